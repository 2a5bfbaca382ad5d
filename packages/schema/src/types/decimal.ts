import { Big, BigDecimal } from "bigdecimal.js";
import type { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { leaf } from "./leaf.ts";
import { isNumeral } from "./number.ts";
import { round, type Rounding } from "./rounding.ts";

/**
 * An exact decimal number, which keeps its trailing zeros: `String(Decimal("1.50"))` is `1.50`.
 *
 * Pass it to databases and JSON as that text: `JSON.stringify` would write its internal fields.
 */
export type Decimal = BigDecimal;

/** Makes an exact decimal from a text, a number or a bigint. Throws if a text is not a number. */
export const Decimal: (value: string | number | bigint | Decimal) => Decimal = Big;

/** Options of {@link decimal}, for reading and for writing. */
export interface DecimalOptions {
  /** A decimal with the wanted number of digits after the point: `".01"`, `"1"`, `"1E+2"`. Default: as written. */
  readonly quantum?: string;
  /** Rounding of digits beyond the quantum. Default `HALF_EVEN`. */
  readonly rounding?: Rounding;
  /** Removes trailing zeros: `1200.00` becomes `1.2E+3`. Default false. */
  readonly normalize?: boolean;
}

/** Limit of a decimal's text, in characters. */
const MAX_LENGTH = 1000;
/** Limit of exponents, positive and negative: adding a huge and a tiny number would fill the memory with zeros. */
const MAX_EXPONENT = 9999;
/** Limit of a value with a quantum, in digits. */
const MAX_DIGITS = 28;

/**
 * Makes a type for exact decimal numbers.
 *
 *     decimal()                     // "1.10" ↔ Decimal("1.10"); "1e-10" ↔ Decimal("1E-10")
 *     decimal({ quantum: ".01" })   // "1.005" → Decimal("1.00"), Decimal("3") → "3.00"
 *
 * Refuses texts of more than 1,000 characters, exponents beyond ±9,999, rounded values of more than 28 digits, `NaN`,
 * `Infinity` and `1_000`. Zero has no sign: `-0` is read as `0`.
 *
 * @returns a type of decimals; compare them with `compareTo`, limit them with `atLeast` and `atMost`
 * @throws RangeError if the quantum is not a decimal
 */
export function decimal(options: DecimalOptions = {}): z.ZodCustom<Decimal, Decimal> {
  return leaf(isDecimal, "notNumber", decimalWire(options), { kind: "decimal" });
}

/**
 * Makes a type for amounts of money: decimals with two digits after the point, rounded away from zero.
 *
 *     money()   // "1.001" → Decimal("1.01"), Decimal("5") → "5.00"
 */
export function money(): z.ZodCustom<Decimal, Decimal> {
  return leaf(isDecimal, "notNumber", decimalWire({ quantum: ".01", rounding: "UP" }), { kind: "money" });
}

/** Returns true for an exact decimal. */
export function isDecimal(value: unknown): value is Decimal {
  return value instanceof BigDecimal;
}

/** Makes the wire of `decimal`. It also rounds numbers and texts given instead of a decimal. */
function decimalWire({ quantum, rounding = "HALF_EVEN", normalize = false }: DecimalOptions): Wire<Decimal> {
  const scale = quantum === undefined ? undefined : scaleOf(quantum);
  const parse = (text: string): Decimal | undefined => {
    const value = parseDecimal(text);
    const rounded = value && scale !== undefined ? roundWithin(value, scale, rounding) : value;
    return normalize ? rounded?.stripTrailingZeros() : rounded;
  };
  return {
    decode(text) {
      const value = parse(text);
      // `String(value)` caches the text, which fails once `.readonly()` has frozen the value.
      return value && String(value) !== "" ? value : text;
    },
    encode: (value) => String(parse(String(value)) ?? value),
  };
}

function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.length > MAX_LENGTH ? "" : text.trim();
  if (!isNumeral(trimmed)) return undefined;
  const exponent = Number(trimmed.split(/e/i)[1] ?? 0);
  return Math.abs(exponent) > MAX_EXPONENT ? undefined : Big(trimmed);
}

/** Rounds a value. Returns undefined if the result has too many digits. */
function roundWithin(value: Decimal, scale: number, rounding: Rounding): Decimal | undefined {
  const digits = value.precision() - value.scale() + scale;
  if (digits > MAX_DIGITS && value.signum() !== 0) return undefined;
  const rounded = round(value, scale, rounding);
  return rounded.precision() > MAX_DIGITS ? undefined : rounded;
}

function scaleOf(quantum: string): number {
  const value = parseDecimal(quantum);
  if (value === undefined) throw new RangeError(`A quantum is a decimal such as ".01", not "${quantum}"`);
  return value.scale();
}
