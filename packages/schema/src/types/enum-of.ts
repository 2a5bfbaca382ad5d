import type { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { leaf } from "./leaf.ts";
import { parseNumber } from "./number.ts";

/** Names and their values: a plain object, or a TypeScript enum. */
export type Members = Readonly<Record<string, string | number>>;

/** Options of {@link enumOf}. */
export interface EnumOptions {
  /** Posts a member's name (default) or its value. */
  readonly by?: "name" | "value";
}

/**
 * Makes a type for named values.
 *
 *     const Colour = { RED: 1, GREEN: 2 } as const
 *     enumOf("Colour", Colour)                    // "RED" ↔ 1, typed 1 | 2
 *     enumOf("Colour", Colour, { by: "value" })   // "1" ↔ 1
 *
 * Two names of one value are aliases: both are read, the first is written. If you post values and don't need their
 * names, use `z.enum()`.
 *
 * @param title Name of the enum, the slot `cls` of messages: `"red" is not a valid "${cls}"`
 * @returns a type of the members' values
 */
export function enumOf<const M extends Members>(
  title: string,
  members: M,
  { by = "name" }: EnumOptions = {},
): z.ZodCustom<M[keyof M], M[keyof M]> {
  const choices = pairsOf(members).map(([name, value]) => ({
    text: by === "name" ? name : String(value),
    value,
  }));
  const values = new Set<unknown>(choices.map(({ value }) => value));
  const isMember = (value: unknown): value is M[keyof M] => values.has(value);
  const first = choices.filter(({ value }, i) => choices.findIndex((choice) => choice.value === value) === i);
  return leaf(isMember, "notMember", enumWire(choices, by), {
    kind: "enum",
    values: { cls: title },
    meta: { choices: first },
  });
}

interface Member<T> {
  readonly text: string;
  readonly value: T;
}

function enumWire<T>(choices: readonly Member<T>[], by: "name" | "value"): Wire<T> {
  const byText = new Map(choices.map(({ text, value }) => [text, value]));
  const byNumber = new Map<unknown, T>(by === "value" ? choices.map(({ value }) => [value, value]) : []);
  return {
    decode: (text) => byText.get(text) ?? byNumber.get(parseNumber(text)) ?? text,
    encode: (value) => choices.find((choice) => choice.value === value)?.text ?? String(value),
  };
}

/** Returns names and values. Skips the reverse entries of a numeric TypeScript enum. */
function pairsOf<M extends Members>(members: M): [name: string, value: M[keyof M]][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries of an object hold its own values
  const entries = Object.entries(members) as [string, M[keyof M]][];
  const numbers = new Set(
    entries
      .map(([, value]) => value)
      .filter((value) => typeof value === "number")
      .map(String),
  );
  return entries.filter(([name]) => !numbers.has(name));
}
