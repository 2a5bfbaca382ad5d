import type { SchemaNode } from "@turnform/schema";

/** A day in HTML's notation. */
const DAY = /^\d{4}-\d\d-\d\d$/;
/** A time of day in HTML's notation, to the millisecond. */
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/;
/** Noon of a day that stays the 14th to 16th in every zone. No month has these numbers, so a format's order of day and month shows. */
const SAMPLE = new Date("1970-06-15T12:00Z");

/** Returns true for a day that HTML's date control can hold: a real one, after the year 0. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith("0000")) return false;
  const date = new Date(text);
  // JavaScript takes the 30th of February for a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Returns true for a time that HTML's time control can hold. */
function isClock(text: string): boolean {
  return CLOCK.test(text);
}

/** Returns true if a field's texts are in ISO 8601, like HTML's. A schema may set another format. */
export function isIso(node: SchemaNode): boolean {
  return !isDate(node) || /^1970-06-1[456](?:T|$)/.test(String(node.serialize(SAMPLE)));
}

/** Returns the zone in which a field shows moments: `UTC`, `UTC+05:30`, or an empty text if the schema names none. */
export function zoneOf(node: SchemaNode): string {
  if (node.constraints.zone === "utc") return "UTC";
  const [, offset = ""] = /([+-]\d\d:\d\d)$/.exec(String(node.serialize(SAMPLE))) ?? [];
  return offset === "" ? "" : `UTC${offset === "+00:00" ? "" : offset}`;
}

/** Converts a day from the schema's notation to HTML's. An invalid day is returned unchanged. */
export function toHtmlDay(node: SchemaNode, text: string): string {
  if (isIso(node)) return text;
  const date: unknown = node.meta.wire?.decode(text);
  return date instanceof Date ? date.toISOString().slice(0, 10) : text;
}

/** Converts a day from HTML's notation to the schema's. An invalid day is returned unchanged. */
export function fromHtmlDay(node: SchemaNode, text: string): string {
  if (isIso(node) || !isDay(text)) return text;
  const written = node.serialize(new Date(text));
  return typeof written === "string" ? written : text;
}

/**
 * Converts a time to HTML's notation: removes the zone's offset and the zeros at the end of the fraction, which may have three
 * digits.
 *
 *     toHtmlClock("10:20:30.250000+00:00", "UTC")   // "10:20:30.25"
 *
 * @param zone Zone as {@link zoneOf} returns it. A time with another offset is returned unchanged
 */
export function toHtmlClock(text: string, zone = ""): string {
  const [offset = ""] = /(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const isOfZone = zone === `UTC${/^(?:Z|\+00:00)$/.test(offset) ? "" : offset}`;
  const clock = shortClock(isOfZone ? text.slice(0, text.length - offset.length) : text);
  return isClock(clock) ? clock : text;
}

/** Splits a point in time into day and time, as HTML writes them. A day without a time gets midnight. */
export function splitMoment(node: SchemaNode, text: string): readonly string[] {
  const at = text.lastIndexOf("T");
  if (at === -1) return [text, isDay(text) ? "00:00" : ""];
  return [text.slice(0, at), toHtmlClock(text.slice(at + 1), zoneOf(node))];
}

/** Removes the zeros at the end of a time's fraction. A time with an offset is returned unchanged. */
export function shortClock(text: string): string {
  const clock = text.replace(/\.(\d{0,3}?)0*$/, (_, digits: string) => (digits === "" ? "" : `.${digits}`));
  return isClock(clock) ? clock : text;
}

/** Returns the day of a field's limit, in the zone that the field is shown in. */
export function limitDay(node: SchemaNode, limit: unknown): string | undefined {
  if (typeof limit === "string") return isDay(limit) ? limit : undefined;
  if (!(limit instanceof Date)) return undefined;
  const day = toHtmlDay(node, String(node.serialize(limit))).slice(0, 10);
  return isDay(day) ? day : undefined;
}

/**
 * Returns a limit of a field's times, or undefined if the limit is not one of the offered times.
 *
 * @param step Seconds between offered times. A browser counts steps from the smallest time, so the limit must lie on one
 */
export function limitClock(limit: unknown, step = 0.001): string | undefined {
  const clock = typeof limit === "string" ? toHtmlClock(limit) : "";
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(":").map(Number);
  const steps = (hours * 3600 + minutes * 60 + seconds) / step;
  return isClock(clock) && Math.abs(steps - Math.round(steps)) < 1e-6 ? clock : undefined;
}

/**
 * Returns the seconds between the times that a control offers: the requested step, or finer if the shown time needs it.
 *
 * @param precision Digits of the second's fraction that the schema asks for. The control offers at least these
 */
export function stepOf(clock: string, step: number | undefined, precision = -1): number | undefined {
  if (precision >= 0) return step === undefined || step >= 60 ? Number(`1e-${precision}`) : step;
  if (clock.includes(".")) return 0.001;
  return /:\d\d:(?!00)\d\d$/.test(clock) ? 1 : step;
}

/** Digits of the second's fraction that HTML's time control can hold. */
const MOST_DIGITS = 3;

/** Returns true if HTML's time control can hold the time and the schema's precision. */
export function fitsClock(text: string, { precision = -1 }: SchemaNode["constraints"]): boolean {
  return precision <= MOST_DIGITS && (text === "" || isClock(text));
}

/**
 * Converts a time from HTML's notation to the schema's precision. A browser omits seconds of 0 and writes three digits of a
 * fraction. An invalid time is returned unchanged.
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
