import type { Language } from "./language.ts";
import { notationOf } from "./number-notation.ts";

/** A number as HTML and JavaScript write it. */
const NUMERAL = /^-?\d+(?:\.(\d+))?$/;
/** Most digits after the point that are put into words. */
const MOST_DIGITS = 20;

/**
 * A number with its thousands set apart: `1,234.50` of `1234.50`. Digits after the point stay as they are.
 *
 * @param text The number; a text that is none comes back as it is
 * @param options Of Intl, which then writes it; one with an exponent comes back as it is
 */
export function numberInWords(
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

/** A size: `1.2 MB` of 1234567 bytes. */
export function bytesInWords(bytes: number, language: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[power],
    unitDisplay: power === 0 ? "long" : "short",
    ...(power > 0 && { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  }).format(bytes / 1000 ** power);
}

/** A day: `May 6, 2020` of `2020-05-06`; a text that is none comes back as it is. */
export function dayInWords(day: string, language: string): string {
  return inWords(day, `${day}T00:00Z`, language, { dateStyle: "long" });
}

/** A time of day: `10:20 AM` of `10:20:00`; a text that is none comes back as it is. */
export function clockInWords(clock: string, language: string): string {
  return inWords(clock, `1970-01-01T${clock}Z`, language, { timeStyle: styleOf(clock) });
}

/** A day and a time of it: `May 6, 2020 at 10:20 AM`; texts that are none come back as they are. */
export function momentInWords(day: string, clock: string, language: string): string {
  const text = [day, clock].filter(Boolean).join(" ");
  return inWords(text, `${day}T${clock}Z`, language, { dateStyle: "long", timeStyle: styleOf(clock) });
}

/** Seconds are shown where there are some. */
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
