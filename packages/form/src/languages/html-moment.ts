import type { SchemaNode } from "@turnform/schema";

/** A day as HTML writes it. */
const DAY = /^\d{4}-\d\d-\d\d$/;
/** A time of day as HTML writes it, to the millisecond. */
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;
/** A point in time that is on the same day of June 1970 in nearly every zone, and in none on the 5th or 6th of a 15th month. */
const SAMPLE = new Date("1970-06-15T12:00Z");

/** Returns true for a day that HTML's date control can hold: one of the calendar, after the year 0. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith("0000")) return false;
  const date = new Date(text);
  // JavaScript takes the 30th of February for a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is a time that HTML's time control can hold. */
export function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** Whether a field's texts are in ISO 8601, as HTML's are; a schema may have a format of its own. */
export function isIso(node: SchemaNode): boolean {
  return !isDate(node) || /^1970-06-1[456](?:T|$)/.test(String(node.serialize(SAMPLE)));
}

/** The zone that a field's points in time are shown in: `UTC`, `UTC+05:30`, or nothing where the schema names none. */
export function zoneOf(node: SchemaNode): string {
  if (node.constraints.zone === "utc") return "UTC";
  const [, offset = ""] = /([+-]\d\d:\d\d)$/.exec(String(node.serialize(SAMPLE))) ?? [];
  return offset === "" ? "" : `UTC${offset === "+00:00" ? "" : offset}`;
}

/** A day in HTML's notation, of a text in the schema's; a text that is none stays. */
export function toHtmlDay(node: SchemaNode, text: string): string {
  if (isIso(node)) return text;
  const date: unknown = node.meta.wire?.decode(text);
  return date instanceof Date ? date.toISOString().slice(0, 10) : text;
}

/** A day in the schema's notation, of a text in HTML's; a text that is none stays. */
export function fromHtmlDay(node: SchemaNode, text: string): string {
  if (isIso(node) || !isDay(text)) return text;
  const written = node.serialize(new Date(text));
  return typeof written === "string" ? written : text;
}

/**
 * A time in HTML's notation: without its zone's offset, and without zeros at the end of its fraction, of which HTML takes three
 * digits.
 *
 *     toHtmlClock("10:20:30.250000+00:00", "UTC")   // "10:20:30.25"
 *
 * @param zone As {@link zoneOf} names it; a time with the offset of another one stays as it is
 */
export function toHtmlClock(text: string, zone = ""): string {
  const [offset = ""] = /(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const isOfZone = zone === `UTC${/^(?:Z|\+00:00)$/.test(offset) ? "" : offset}`;
  const clock = shortClock(isOfZone ? text.slice(0, text.length - offset.length) : text);
  return isClock(clock) ? clock : text;
}

/** The same of a time of day, which has no offset: one that has is none, and stays. */
export function shortClock(text: string): string {
  const clock = text.replace(/\.(\d{0,3}?)0*$/, (_, digits: string) => (digits === "" ? "" : `.${digits}`));
  return isClock(clock) ? clock : text;
}

/** The day of a limit of a field's, in the zone that the field is shown in. */
export function limitDay(node: SchemaNode, limit: unknown): string | undefined {
  if (typeof limit === "string") return isDay(limit) ? limit : undefined;
  if (!(limit instanceof Date)) return undefined;
  const day = toHtmlDay(node, String(node.serialize(limit))).slice(0, 10);
  return isDay(day) ? day : undefined;
}

/**
 * A limit of a field's times.
 *
 * @param step Seconds between the times offered: a browser counts them from the smallest, so that it must be one of them
 */
export function limitClock(limit: unknown, step = 0.001): string | undefined {
  const clock = typeof limit === "string" ? toHtmlClock(limit) : "";
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  const steps = (hours * 3600 + minutes * 60 + seconds) / step;
  return isClock(clock) && Math.abs(steps - Math.round(steps)) < 1e-6 ? clock : undefined;
}

/**
 * Seconds between the times that a control offers: those asked for, or as fine as what it shows.
 *
 * @param precision Digits after the second's point that the schema asks for: they are offered in any case
 */
export function stepOf(clock: string, step: number | undefined, precision = -1): number | undefined {
  if (precision >= 0) return step === undefined || step >= 60 ? Number(`1e-${precision}`) : step;
  if (clock.includes(".")) return 0.001;
  return /:\d\d:(?!00)\d\d$/.test(clock) ? 1 : step;
}

/** Most digits after the second's point that HTML's time control can hold. */
const MOST_DIGITS = 3;

/** Returns true if HTML's time control can hold a time, and any other as fine as the schema asks for. */
export function fitsClock(text: string, { precision = -1 }: SchemaNode["constraints"]): boolean {
  return precision <= MOST_DIGITS && (text === "" || isClock(text));
}

/**
 * A time as the schema asks for it, of one in HTML's notation: a browser leaves out seconds that are 0, and writes three digits
 * of a fraction. A text that is none stays.
 *
 *     fromHtmlClock("10:20", { precision: 0 })   // "10:20:00"
 */
export function fromHtmlClock(text: string, { precision }: SchemaNode["constraints"]): string {
  if (precision === undefined || !isClock(text)) return text;
  const [clock = "", fraction = ""] = text.split(".");
  const [minutes, seconds = "00"] = [clock.slice(0, 5), clock.slice(6) || undefined];
  if (precision < 0) return Number(`${seconds}.${fraction}`) === 0 ? minutes : text;
  const digits = fraction.slice(0, precision).padEnd(precision, "0");
  const isExact = Number(fraction.slice(precision)) === 0;
  return isExact ? [`${minutes}:${seconds}`, digits].filter(Boolean).join(".") : text;
}

function isDate({ kind }: SchemaNode): boolean {
  return kind === "date" || kind === "datetime";
}
