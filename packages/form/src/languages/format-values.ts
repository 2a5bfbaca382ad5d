import type { Language } from "./language.ts";
import { notationOf } from "./number-notation.ts";

/** A number as HTML and JavaScript write it. */
const NUMERAL = /^-?\d+(?:\.(\d+))?$/;
const MOST_DIGITS = 20;

/**
 * Returns a number with its thousands grouped: `1,234.50` for `1234.50`. It keeps all digits after the point. Text that is no
 * number is returned unchanged.
 *
 * @param options Options of `Intl.NumberFormat`. With them, a number with an exponent or over 20 decimals is returned unchanged
 */
export function formatNumber(
  text: string,
  language: Pick<Language, "tag" | "numbers">,
  options?: Intl.NumberFormatOptions,
): string {
  if (!options) return notationOf(language.numbers).writeGrouped(text);
  const [, fraction = ""] = NUMERAL.exec(text) ?? [];
  if (!isNumeral(text) || fraction.length > MOST_DIGITS) return text;
  const digits = { minimumFractionDigits: fraction.length, maximumFractionDigits: fraction.length };
  return new Intl.NumberFormat(language.tag, { numberingSystem: "latn", ...digits, ...options }).format(text);
}

/** Returns a size in words: `1.2 MB` for 1234567 bytes. */
export function formatBytes(bytes: number, language: string): string {
  return formatSize(bytes, language, (size) => size, 1);
}

/**
 * Returns a limit of sizes in words: `100 kB` for 100,000 bytes.
 *
 * @param rounding Rounds to hundredths of a unit
 */
export function formatSizeLimit(bytes: number, language: string, rounding: "floor" | "ceil"): string {
  return formatSize(bytes, language, (size) => Math[rounding](size * 100) / 100, 0);
}

function formatSize(
  bytes: number,
  language: string,
  round: (size: number) => number,
  minimumFractionDigits: number,
): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[power],
    unitDisplay: power === 0 ? "long" : "short",
    ...(power > 0 && { minimumFractionDigits, maximumFractionDigits: minimumFractionDigits || 2 }),
  }).format(round(bytes / 1000 ** power));
}

/** Returns a day in words: `May 6, 2020` for `2020-05-06`. An invalid day is returned unchanged. */
export function formatDay(day: string, language: string): string {
  return inWords(day, `${day}T00:00Z`, language, { dateStyle: "long" });
}

/** Returns a time of day in words: `10:20 AM` for `10:20:00`. An invalid time is returned unchanged. */
export function formatClock(clock: string, language: string): string {
  return inWords(clock, `1970-01-01T${clock}Z`, language, { timeStyle: styleOf(clock) });
}

/** Returns a day and time in words: `May 6, 2020 at 10:20 AM`. Invalid ones are returned unchanged, joined by a blank. */
export function formatMoment(day: string, clock: string, language: string): string {
  const text = [day, clock].filter(Boolean).join(" ");
  return inWords(text, `${day}T${clock}Z`, language, { dateStyle: "long", timeStyle: styleOf(clock) });
}

/** Leaves out seconds of zero. */
function styleOf(clock: string): "short" | "medium" {
  return /^\d\d:\d\d(?::00)?$/.test(clock) ? "short" : "medium";
}

function inWords(text: string, iso: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  // JavaScript takes the 30th of February for a day in March.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso.slice(0, 10);
  return isReal ? new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(date) : text;
}

function isNumeral(text: string): text is `${number}` {
  return NUMERAL.test(text);
}
