import { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { isValid } from "./date.ts";
import { formatIsoDate, formatIsoTime, formatOffset, parseIso, parseOffset } from "./iso8601.ts";
import { type Moment, momentAt, toDate } from "./moment.ts";
import { strftime } from "./strftime.ts";

/** How a point in time is written. */
export interface DatetimeOptions {
  /** strftime's letters, such as `"%d.%m.%Y %H:%M"`. Default ISO 8601. */
  readonly format?: string;
  /**
   * The zone of texts that name none, and in which times are shown: `"utc"` (default) or an offset such as `"+05:30"`.
   * `null` is UTC too, but shown without an offset, as `<input type="datetime-local">` wants it.
   */
  readonly defaultZone?: "utc" | `${"+" | "-"}${string}` | null;
}

/**
 * A point in time.
 *
 *     datetime()                            // "2020-01-02T03:04" → new Date("2020-01-02T03:04Z") → "2020-01-02T03:04:00+00:00"
 *     datetime({ defaultZone: "+05:30" })   // "2020-01-02" → new Date("2020-01-01T18:30Z")
 *
 * It is a `Date`, as everywhere in zod: the point in time is kept, to the millisecond; the offset it was written with
 * is not, and it is shown in the default zone. A text without a time of day is midnight.
 *
 * @returns zod's date type
 * @throws RangeError for an unknown letter in the format, or a zone that is no offset
 */
export function datetime(options: DatetimeOptions = {}): z.ZodDate {
  return z.date().meta({ wire: datetimeWire(options), kind: "datetime" });
}

/** @returns points in time as text; see `datetime` */
export function datetimeWire({ format, defaultZone = "utc" }: DatetimeOptions = {}): Wire<Date> {
  const zone = offsetOf(defaultZone);
  const notation =
    format === undefined ? { parse: parseIso, format: isoFormat(defaultZone !== null) } : strftime(format);
  return {
    decode(text) {
      const moment = notation.parse(text);
      return moment ? toDate(moment, zone) : text;
    },
    encode: (value) => (isValid(value) ? notation.format(momentAt(value, zone)) : String(value)),
  };
}

function isoFormat(withOffset: boolean): (moment: Moment) => string {
  return (moment) => {
    const offset = withOffset ? formatOffset(moment.offset ?? 0) : "";
    return `${formatIsoDate(moment)}T${formatIsoTime(moment)}${offset}`;
  };
}

function offsetOf(zone: string | null): number {
  const offset = zone === null || zone === "utc" ? 0 : parseOffset(zone);
  if (Number.isNaN(offset))
    throw new RangeError(`A zone is "utc" or an offset such as "+05:30", not "${zone}"`);
  return offset;
}
