import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";
import { compare, type Ordered, type Widened } from "./compare.ts";

/**
 * A smallest value, for what zod's own `.min()` can't compare: decimals, times and texts by their order.
 *
 *     money().check(atLeast(Decimal("1.50")))
 *     time().check(atLeast(wallTime("9:00"), { message: "We open at ${min}" }))
 *
 * @param min Inclusive
 * @returns a check for values of the type of `min`
 */
export function atLeast<T extends Ordered>(min: T, options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  return check("tooSmall", (value) => compare(value, min) >= 0, { min }, options);
}

/**
 * A largest value; see `atLeast`.
 *
 * @param max Inclusive
 * @returns a check for values of the type of `max`
 */
export function atMost<T extends Ordered>(max: T, options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  return check("tooBig", (value) => compare(value, max) <= 0, { max }, options);
}
