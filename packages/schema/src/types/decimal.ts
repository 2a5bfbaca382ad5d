import { Big, BigDecimal } from "bigdecimal.js";
import type { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { leaf } from "./leaf.ts";
import { isNumeral } from "./number.ts";
import { round, type Rounding } from "./rounding.ts";

/**
 * An exact decimal number, which keeps its trailing zeros: `String(Decimal("1.50"))` is `1.50`.
 *
 * Databases and JSON take it as that text; JSON by itself would write out how it is stored.
 */
export type Decimal = BigDecimal;

/** Makes an exact decimal of a text, a number or a bigint; throws where a text is not a number. */
export const Decimal: (value: string | number | bigint | Decimal) => Decimal = Big;

/** How a decimal is rounded when it is read and when it is shown. */
export interface DecimalOptions {
  /** A decimal with as many digits after the point as values shall have: `".01"`, `"1"`, `"1E+2"`. Default: as written. */
  readonly quantum?: string;
  /** How digits beyond the quantum are dropped. Default `HALF_EVEN`. */
  readonly rounding?: Rounding;
  /** Takes trailing zeros off: `1200.00` becomes `1.2E+3`. Default false. */
  readonly normalize?: boolean;
}

/** Longest text read as a decimal, in characters. */
const MAX_LENGTH = 1000;
/** Largest power of ten, either way: sums of larger and smaller numbers would fill the memory with zeros. */
const MAX_EXPONENT = 9999;
/** Most digits of a value with a quantum. */
const MAX_DIGITS = 28;

/**
 * An exact decimal number.
 *
 *     decimal()                     // "1.10" ↔ Decimal("1.10"); "1e-10" ↔ Decimal("1E-10")
 *     decimal({ quantum: ".01" })   // "1.005" → Decimal("1.00"), Decimal("3") → "3.00"
 *
 * A text of more than 1,000 characters, an exponent beyond ±9,999, a rounded value of more than 28 digits, `NaN`,
 * `Infinity` and `1_000` are not numbers. Zero has no sign: `-0` is read as `0`.
 *
 * @returns a type whose values are decimals; compare them by `compareTo`, limit them by `atLeast` and `atMost`
 * @throws RangeError where the quantum is not a decimal
 */
export function decimal(options: DecimalOptions = {}): z.ZodCustom<Decimal, Decimal> {
  return leaf(isDecimal, "notNumber", decimalWire(options), { kind: "decimal" });
}

/**
 * An amount of money: a decimal with two digits after the point, rounded away from zero.
 *
 *     money()   // "1.001" → Decimal("1.01"), Decimal("5") → "5.00"
 *
 * @returns a type as `decimal` does
 */
export function money(): z.ZodCustom<Decimal, Decimal> {
  return leaf(isDecimal, "notNumber", decimalWire({ quantum: ".01", rounding: "UP" }), { kind: "money" });
}

/** @returns whether a value is an exact decimal */
export function isDecimal(value: unknown): value is Decimal {
  return value instanceof BigDecimal;
}

/** @returns decimals as text; a number or a text in place of a decimal is shown rounded as well */
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
      // It remembers its text when first asked, which it can't once `.readonly()` has frozen it.
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

/** @returns the rounded value, or undefined where it has more digits than a value may have */
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
