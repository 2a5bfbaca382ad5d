import { z } from "zod";

/**
 * Makes a set of choices, posted as a sequence of texts: checkboxes with one name, or a multiple select.
 *
 *     choiceSet(["red", "green", "blue"])   // ["red", "blue", "red"] → Set { "red", "blue" }
 *
 * @param choices At least one
 * @returns zod's set type, with `.min()`, `.max()` and its other methods
 */
export function choiceSet<const C extends readonly [string, ...string[]]>(
  choices: C,
): z.ZodSet<z.ZodEnum<z.core.util.ToEnum<C[number]>>> {
  return z.set(z.enum(choices)).meta({ kind: "set" });
}
