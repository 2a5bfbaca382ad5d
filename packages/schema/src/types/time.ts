import { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { formatIsoTime, parseFraction, parseIso } from "./iso8601.ts";
import { isReal, START } from "./moment.ts";

const CLOCK = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,6}))?)?$/;
const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{6})?$/;

/** The wire of `time`. */
export const timeWire: Wire = {
  decode: (text) => parseTime(text) ?? text,
  encode: (value) => (typeof value === "string" ? (parseTime(value) ?? value) : String(value)),
};

/**
 * Makes a type for times of day without a zone. A value is the text `HH:MM:SS`, plus `.ffffff` if it has microseconds.
 *
 *     time()   // "7:5" → "07:05:00"; "10:20:30.5" → "10:20:30.500000"
 *     time().check(atLeast(wallTime("9:00")), atMost(wallTime("17:30")))
 *
 * Values are texts, as in `z.iso.time()` and database drivers. All have the same form, so times compare as texts.
 * A date with a time is read as its time, in any zone. A date without a time is read as midnight.
 *
 * @returns zod's string type; other texts give the issue `invalid_format` with the format `time`
 */
export function time(): z.ZodCustomStringFormat<"time"> {
  return z.stringFormat("time", WALL_TIME, { abort: true }).meta({ wire: timeWire, kind: "time" });
}

/**
 * Writes a time in the form of `time()`: `wallTime("9:00")` is `"09:00:00"`.
 *
 * @throws RangeError if the text is not a time
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
