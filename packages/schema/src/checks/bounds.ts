import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";
import { compare, type Ordered, type Widened } from "./compare.ts";

/**
 * Makes a check for a smallest value, where zod's own `.min()` can't compare: for decimals, times and texts.
 *
 *     money().check(atLeast(Decimal("1.50")))
 *     time().check(atLeast(wallTime("9:00"), { message: "We open at ${min}" }))
 *
 * @param min Inclusive; values must have its type
 */
export function atLeast<T extends Ordered>(min: T, options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  return check("tooSmall", (value) => compare(value, min) >= 0, { min }, options);
}

/**
 * Makes a check for a largest value; see `atLeast`.
 *
 * @param max Inclusive; values must have its type
 */
export function atMost<T extends Ordered>(max: T, options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  return check("tooBig", (value) => compare(value, max) <= 0, { max }, options);
}
