import { z } from "zod";

/**
 * A set of choices, posted as a sequence of texts: check boxes of one name, or a select of several.
 *
 *     choiceSet(["red", "green", "blue"])   // ["red", "blue", "red"] → Set { "red", "blue" }
 *
 * @param choices What may be chosen; at least one
 * @returns zod's set type, so that `.min()`, `.max()` and all else of it work
 */
export function choiceSet<const C extends readonly [string, ...string[]]>(
  choices: C,
): z.ZodSet<z.ZodEnum<z.core.util.ToEnum<C[number]>>> {
  return z.set(z.enum(choices)).meta({ kind: "set" });
}
