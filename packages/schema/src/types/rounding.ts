import { RoundingMode, type BigDecimal } from "bigdecimal.js";

/** Rounding modes, named as in the General Decimal Arithmetic specification. */
export type Rounding = "UP" | "DOWN" | "CEILING" | "FLOOR" | "HALF_UP" | "HALF_DOWN" | "HALF_EVEN" | "05UP";

/**
 * Rounds a decimal.
 *
 *     round(Decimal("1.005"), 2, "HALF_EVEN")   // 1.00
 *     round(Decimal("250"), -2, "HALF_EVEN")    // 2E+2
 *
 * @param scale Digits after the point. Missing digits become zeros. A negative scale rounds to tens, hundreds …
 */
export function round(value: BigDecimal, scale: number, rounding: Rounding): BigDecimal {
  return rounding === "05UP" ? round05Up(value, scale) : value.setScale(scale, RoundingMode[rounding]);
}

/** Rounds away from zero if the last kept digit would be 0 or 5, else towards zero. */
function round05Up(value: BigDecimal, scale: number): BigDecimal {
  const down = value.setScale(scale, RoundingMode.DOWN);
  const isRound = down.unscaledValue() % 5n === 0n;
  return isRound ? value.setScale(scale, RoundingMode.UP) : down;
}
