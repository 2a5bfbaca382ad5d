import type { Wire } from "../wire/wire.ts";

const NUMERAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const WHOLE = /^[+-]?\d+$/;

/** @returns whether a text is a decimal number: `1`, `-2.5`, `.5`, `5.`, `1e-3`; nothing around it */
export function isNumeral(text: string): boolean {
  return NUMERAL.test(text);
}

/**
 * Reads a number as a person writes it; white space around it is ignored.
 *
 *     parseNumber(" -2.50 ")   // -2.5
 *     parseNumber("1e3")       // 1000
 *     parseNumber("1_000")     // undefined, as are "0x10", "1,5", "NaN", "Infinity", "٣" and "1e400"
 *
 * @returns a finite number, or undefined where the text is none
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  const number = isNumeral(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * Reads a number written without fraction or exponent.
 *
 *     parseInteger("+007")   // 7
 *     parseInteger("1.0")    // undefined, as is "1e3"
 *
 * @returns a finite number, which beyond ±(2^53-1) has lost digits: `z.int()` refuses it; or undefined
 */
export function parseInteger(text: string): number | undefined {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) ? parseNumber(trimmed) : undefined;
}

/** Numbers as text; every finite number is read back as it was, `-0` too. */
export const numberWire: Wire<number> = {
  decode: (text) => parseNumber(text) ?? text,
  encode: (value) => (Object.is(value, -0) ? "-0" : String(value)),
};

/** Whole numbers as digits; a fraction is cut off where it is shown. */
export const integerWire: Wire<number> = {
  decode: (text) => parseInteger(text) ?? text,
  encode: (value) => (Number.isFinite(value) ? String(BigInt(Math.trunc(value))) : String(value)),
};
