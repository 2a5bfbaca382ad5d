import { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { formatIsoDate, parseIso } from "./iso8601.ts";
import { momentAt, toDate } from "./moment.ts";
import { type MomentFormat, strftime } from "./strftime.ts";

/** Options of {@link date}. */
export interface DateOptions {
  /** Format with strftime's letters, such as `"%d/%m/%Y"`. Default ISO 8601. */
  readonly format?: string;
}

/** Calendar dates in ISO 8601. A time of day is ignored. */
const ISO_DATE: MomentFormat = { parse: parseIso, format: formatIsoDate };

/**
 * Makes a type for calendar dates. A value is the `Date` at which the day starts in UTC.
 *
 *     date()                           // "2020-02-29" ↔ new Date("2020-02-29")
 *     date({ format: "%d/%m/%Y" })     // "2/1/2020" → new Date("2020-01-02") → "02/01/2020"
 *     date().min(new Date("2020-01-01"))
 *
 * Values are `Date` objects because zod's date type, its limits and database drivers take them. Read one with
 * `getUTCDate()` and the other UTC methods, or with `toISOString().slice(0, 10)`. A text with a time of day is read as its
 * day, in any zone. A `Date` with a time of day is shown as its day in UTC.
 *
 * @throws RangeError for an unknown letter in the format
 */
export function date(options: DateOptions = {}): z.ZodDate {
  return z.date().meta({ wire: dateWire(options), kind: "date" });
}

/** Makes the wire of `date`. */
export function dateWire({ format }: DateOptions = {}): Wire<Date> {
  const notation = format === undefined ? ISO_DATE : strftime(format);
  return {
    decode(text) {
      const moment = notation.parse(text);
      return moment
        ? toDate({ ...moment, hour: 0, minute: 0, second: 0, microsecond: 0, offset: 0 }, 0)
        : text;
    },
    encode: (value) => (isValid(value) ? notation.format(momentAt(value, 0)) : String(value)),
  };
}

/** Returns true for a valid `Date`. An appstruct may contain other values, which are printed. */
export function isValid(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}
