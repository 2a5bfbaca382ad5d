import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";
import { includes, type Widened } from "./compare.ts";

/**
 * Every item of an array or set is one of some choices; none need be there.
 *
 *     z.array(z.string()).check(containsOnly(["r", "g", "b"]))
 *
 * @returns a check for arrays and sets
 */
export function containsOnly<const T>(
  choices: readonly T[],
  options?: CheckOptions,
): z.core.$ZodCheck<Iterable<Widened<T>>> {
  const isChoice = includes(choices);
  return check("containsOnly", (items) => [...items].every(isChoice), { choices }, options);
}
