import type { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { leaf } from "./leaf.ts";

/** The texts of a boolean. */
export interface BooleanOptions {
  /** Texts that mean true, in lower case. Default: every text that does not mean false. */
  readonly trueChoices?: readonly string[];
  /** Texts that mean false, in lower case. Default `["false", "0"]`. */
  readonly falseChoices?: readonly string[];
  /** How true is written. Default `"true"`. */
  readonly trueValue?: string;
  /** How false is written. Default `"false"`. */
  readonly falseValue?: string;
}

/**
 * A boolean with texts of its own.
 *
 *     boolean({ trueChoices: ["y", "yes"], falseChoices: ["n", "no"], trueValue: "yes", falseValue: "no" })
 *     // "YES" → true → "yes"; "maybe" is neither
 *
 * A text is put into lower case before it is looked up, and the empty text counts as a text. Without `trueChoices` any
 * text but the false ones is true, so `z.boolean()`, which knows both, is the better choice inside a union.
 *
 * @returns a type whose values are booleans
 */
export function boolean(options: BooleanOptions = {}): z.ZodCustom<boolean, boolean> {
  const { trueChoices = [], falseChoices = ["false", "0"] } = options;
  return leaf(isBoolean, "notInChoices", booleanWire(options), {
    kind: "boolean",
    values: { false_choices: quoted(falseChoices), true_choices: quoted(trueChoices) },
    meta: { allowEmpty: true },
  });
}

function booleanWire(options: BooleanOptions): Wire<boolean> {
  const { trueChoices, falseChoices = ["false", "0"], trueValue = "true", falseValue = "false" } = options;
  const isTrue = trueChoices?.length ? (text: string) => trueChoices.includes(text) : () => true;
  return {
    decode(text) {
      const lower = text.toLowerCase();
      if (falseChoices.includes(lower)) return false;
      return isTrue(lower) || text;
    },
    encode: (value) => (value ? trueValue : falseValue),
  };
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(", ");
}
