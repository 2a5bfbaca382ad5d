import { z } from "zod";
import { integerWire } from "./number.ts";

/** Options of {@link integer}. */
export interface IntegerOptions {
  /** Refuses a number with a fraction instead of cutting the fraction off. Default false. */
  readonly strict?: boolean;
}

/** Reports a fraction as "not a number", before zod's own check reports its format. */
const whole = z.refine<number>(Number.isInteger, { params: { id: "notNumber" }, abort: true });

/**
 * Makes a type for whole numbers between ±(2^53-1), written in digits only. Use `z.bigint()` for larger numbers.
 *
 *     integer()   // " 42 " ↔ 42; "1.0" and "1e3" are not numbers; the number 3.7 becomes 3
 *     integer({ strict: true }).min(0).max(180)
 *
 * @returns zod's number type, with `.min()`, `.max()` and its other methods
 */
export function integer({ strict = false }: IntegerOptions = {}): z.ZodNumber {
  const number = strict ? z.number().check(whole) : z.number().overwrite((value) => Math.trunc(value) + 0);
  return number.int().meta({ wire: strict ? { ...integerWire, encode: String } : integerWire });
}
