import { z } from "zod";
import { integerWire } from "./number.ts";

/** How strict an integer is. */
export interface IntegerOptions {
  /** Refuses a number with a fraction that is given as a number, in place of cutting the fraction off. Default false. */
  readonly strict?: boolean;
}

/** Says that a fraction is no such number, before zod's own check names its format. */
const whole = z.refine<number>(Number.isInteger, { params: { id: "notNumber" }, abort: true });

/**
 * A whole number between ±(2^53-1), written in digits alone; for larger ones there is `z.bigint()`.
 *
 *     integer()   // " 42 " ↔ 42; "1.0" and "1e3" are not numbers; the number 3.7 becomes 3
 *     integer({ strict: true }).min(0).max(180)
 *
 * @returns zod's number type, so that `.min()`, `.max()` and all else of it work
 */
export function integer({ strict = false }: IntegerOptions = {}): z.ZodNumber {
  const number = strict ? z.number().check(whole) : z.number().overwrite(Math.trunc);
  return number.int().meta({ wire: strict ? { ...integerWire, encode: String } : integerWire });
}
