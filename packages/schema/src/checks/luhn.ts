import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

const ZERO = "0".charCodeAt(0);

/**
 * Makes a check for credit card numbers and others with a Luhn check digit. Only digits are allowed.
 *
 *     z.string().check(luhn())   // "4111111111111111" passes
 *
 * @see ISO/IEC 7812-1, annex B
 */
export function luhn(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("luhn", (text) => sumOf(text) % 10 === 0, {}, options);
}

/** Adds the digits, every second one from the right doubled. Returns NaN for other characters. */
function sumOf(text: string): number {
  let sum = text === "" ? NaN : 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(text.length - 1 - i) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
