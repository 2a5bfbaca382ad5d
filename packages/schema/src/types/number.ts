import type { Wire } from "../wire/wire.ts";

const NUMERAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const WHOLE = /^[+-]?\d+$/;

/** Returns true for a decimal number without white space around it: `1`, `-2.5`, `.5`, `5.`, `1e-3`. */
export function isNumeral(text: string): boolean {
  return NUMERAL.test(text);
}

/**
 * Reads a number. Ignores white space around it.
 *
 *     parseNumber(" -2.50 ")   // -2.5
 *     parseNumber("1e3")       // 1000
 *     parseNumber("1_000")     // undefined, as are "0x10", "1,5", "NaN", "Infinity", "٣" and "1e400"
 *
 * @returns a finite number, or undefined
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const number = isNumeral(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * Reads a number without fraction and exponent.
 *
 *     parseInteger("+007")   // 7
 *     parseInteger("1.0")    // undefined, as is "1e3"
 *
 * @returns a finite number or undefined, never `-0`. Beyond ±(2^53-1) the number has lost digits, and `z.int()` refuses it
 */
export function parseInteger(text: string): number | undefined {
  const trimmed = text.trim();
  const number = WHOLE.test(trimmed) ? parseNumber(trimmed) : undefined;
  return number === 0 ? 0 : number;
}

/** Reads and writes numbers. Every finite number is read back exactly, `-0` included. */
export const numberWire: Wire<number> = {
  decode: (text) => parseNumber(text) ?? text,
  encode: (value) => (Object.is(value, -0) ? "-0" : String(value)),
};

/** Reads and writes whole numbers as digits. Cuts a fraction off when writing. */
export const integerWire: Wire<number> = {
  decode: (text) => parseInteger(text) ?? text,
  encode: (value) => (Number.isFinite(value) ? String(BigInt(Math.trunc(value))) : String(value)),
};
