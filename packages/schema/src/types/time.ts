import { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { formatIsoTime, parseFraction, parseIso } from "./iso8601.ts";
import { isReal, START } from "./moment.ts";

const CLOCK = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,6}))?)?$/;
const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{6})?$/;

/** Times of day as text; see `time`. */
export const timeWire: Wire = {
  decode: (text) => parseTime(text) ?? text,
  encode: (value) => (typeof value === "string" ? (parseTime(value) ?? value) : String(value)),
};

/**
 * A time of day on the wall, in no zone: the text `HH:MM:SS`, with `.ffffff` where it has microseconds.
 *
 *     time()   // "7:5" → "07:05:00"; "10:20:30.5" → "10:20:30.500000"
 *     time().check(atLeast(wallTime("9:00")), atMost(wallTime("17:30")))
 *
 * It is a text, as `z.iso.time()` and the databases' drivers have it; being always of this form, times compare as texts do.
 * Of a date and time, the time counts, whatever its zone; of a date alone, midnight.
 *
 * @returns zod's string type; a text that is no time gives the issue `invalid_format` of the format `time`
 */
export function time(): z.ZodCustomStringFormat<"time"> {
  return z.stringFormat("time", WALL_TIME).meta({ wire: timeWire, kind: "time" });
}

/**
 * Writes a time as `time()` gives it: `wallTime("9:00")` is `"09:00:00"`.
 *
 * @returns the text with two digits each
 * @throws RangeError where the text is no time
 */
export function wallTime(text: string): string {
  const time = parseTime(text);
  if (time === undefined) throw new RangeError(`A time is H:M, H:M:S or H:M:S.f, not "${text}"`);
  return time;
}

function parseTime(text: string): string | undefined {
  const [found, hour, minute, second = 0, fraction = ""] = CLOCK.exec(text) ?? [];
  if (found === undefined) {
    const moment = parseIso(text);
    return moment?.hasDay ? formatIsoTime(moment) : undefined;
  }
  const moment = { ...START, hour: Number(hour), minute: Number(minute), second: Number(second) };
  return isReal(moment) ? formatIsoTime({ ...moment, microsecond: parseFraction(fraction) }) : undefined;
}
