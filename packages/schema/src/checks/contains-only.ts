import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";
import { includes, type Widened } from "./compare.ts";

/**
 * Makes a check that every item of an array or set is one of the choices.
 *
 *     z.array(z.string()).check(containsOnly(["r", "g", "b"]))
 */
export function containsOnly<const T>(
  choices: readonly T[],
  options?: CheckOptions,
): z.core.$ZodCheck<Iterable<Widened<T>>> {
  const isChoice = includes(choices);
  return check("containsOnly", (items) => [...items].every(isChoice), { choices }, options);
}
