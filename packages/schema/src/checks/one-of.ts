import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";
import { includes, type Widened } from "./compare.ts";

/**
 * The value is one of some choices.
 *
 *     z.string().check(oneOf(["a", "b"]))
 *     money().check(oneOf([Decimal("1.10")], { message: "${val}? Pick from ${choices}" }))
 *
 * Dates and decimals are compared by what they stand for. Where the choices are known as texts, `z.enum()` also types them.
 *
 * @returns a check for values of the choices' type
 */
export function oneOf<const T>(choices: readonly T[], options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  return check("notOneOf", includes(choices), { choices }, options);
}

/**
 * The value is none of some choices.
 *
 *     z.string().check(noneOf(["root", "admin"]))
 *
 * @returns a check for values of the choices' type
 */
export function noneOf<const T>(choices: readonly T[], options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  const isForbidden = includes(choices);
  return check("noneOf", (value) => !isForbidden(value), { choices }, options);
}
