import { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { formatIsoDate, parseIso } from "./iso8601.ts";
import { momentAt, toDate } from "./moment.ts";
import { type MomentFormat, strftime } from "./strftime.ts";

/** How a calendar date is written. */
export interface DateOptions {
  /** strftime's letters, such as `"%d/%m/%Y"`. Default ISO 8601. */
  readonly format?: string;
}

/** Calendar dates in ISO 8601; a time of day is read over. */
const ISO_DATE: MomentFormat = { parse: parseIso, format: formatIsoDate };

/**
 * A calendar date: the `Date` at which that day starts in UTC.
 *
 *     date()                           // "2020-02-29" ↔ new Date("2020-02-29")
 *     date({ format: "%d/%m/%Y" })     // "2/1/2020" → new Date("2020-01-02") → "02/01/2020"
 *     date().min(new Date("2020-01-01"))
 *
 * It is a `Date` rather than a value of our own because zod's date type, its limits and the databases' drivers take one;
 * read it by `getUTCDate()` and the like, or `toISOString().slice(0, 10)`. A text with a time of day counts as the
 * day it names, whatever its zone; a `Date` with one is shown as its day in UTC.
 *
 * @returns zod's date type
 * @throws RangeError for an unknown letter in the format
 */
export function date(options: DateOptions = {}): z.ZodDate {
  return z.date().meta({ wire: dateWire(options), kind: "date" });
}

/** @returns calendar dates as text; see `date` */
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

/** @returns whether a value is a point in time; an appstruct may hold something else, which is shown as it prints */
export function isValid(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}
