import type { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { leaf } from "./leaf.ts";

/** Options of {@link boolean}: its texts when reading and writing. */
export interface BooleanOptions {
  /** Texts for true, in lower case. Default: every text except those for false. */
  readonly trueChoices?: readonly string[];
  /** Texts for false, in lower case. Default `["false", "0"]`. */
  readonly falseChoices?: readonly string[];
  /** Text written for true. Default `"true"`. */
  readonly trueValue?: string;
  /** Text written for false. Default `"false"`. */
  readonly falseValue?: string;
}

/**
 * Makes a boolean type with custom texts.
 *
 *     boolean({ trueChoices: ["y", "yes"], falseChoices: ["n", "no"], trueValue: "yes", falseValue: "no" })
 *     // "YES" → true → "yes"; "maybe" is neither
 *
 * Texts are compared in lower case, and the empty text is a text too. Without `trueChoices`, every text except the false
 * ones is true. Inside a union, prefer `z.boolean()`, which recognizes both.
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
