import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";
import { includes, type Widened } from "./compare.ts";

/**
 * Makes a check that the value is one of the choices.
 *
 *     z.string().check(oneOf(["a", "b"]))
 *     money().check(oneOf([Decimal("1.10")], { message: "${val}? Pick from ${choices}" }))
 *
 * Dates and decimals are compared by their value. For a fixed list of texts, `z.enum()` also infers their type.
 */
export function oneOf<const T>(choices: readonly T[], options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  return check("notOneOf", includes(choices), { choices }, options);
}

/**
 * Makes a check against forbidden values.
 *
 *     z.string().check(noneOf(["root", "admin"]))
 */
export function noneOf<const T>(choices: readonly T[], options?: CheckOptions): z.core.$ZodCheck<Widened<T>> {
  const isForbidden = includes(choices);
  return check("noneOf", (value) => !isForbidden(value), { choices }, options);
}
