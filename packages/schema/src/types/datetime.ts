import { z } from "zod";
import type { Wire } from "../wire/wire.ts";
import { isValid } from "./date.ts";
import { formatIsoDate, formatIsoTime, formatOffset, parseIso, parseOffset } from "./iso8601.ts";
import { type Moment, momentAt, toDate } from "./moment.ts";
import { strftime } from "./strftime.ts";

/** Options of {@link datetime}. */
export interface DatetimeOptions {
  /** Format with strftime's letters, such as `"%d.%m.%Y %H:%M"`. Default ISO 8601. */
  readonly format?: string;
  /**
   * Zone of texts without a zone, and of the times shown: `"utc"` (default) or an offset such as `"+05:30"`. `null` is UTC
   * too, but shows no offset, as `<input type="datetime-local">` requires.
   */
  readonly defaultZone?: "utc" | `${"+" | "-"}${string}` | null;
}

/**
 * Makes a type for points in time.
 *
 *     datetime()                            // "2020-01-02T03:04" → new Date("2020-01-02T03:04Z") → "2020-01-02T03:04:00+00:00"
 *     datetime({ defaultZone: "+05:30" })   // "2020-01-02" → new Date("2020-01-01T18:30Z")
 *
 * A value is a `Date`, as everywhere in zod. It keeps the point in time to the millisecond, but not the offset of the
 * text, so it is shown in the default zone. A text without a time of day is read as midnight.
 *
 * @throws RangeError for an unknown letter in the format, or an invalid zone
 */
export function datetime(options: DatetimeOptions = {}): z.ZodDate {
  return z.date().meta({ wire: datetimeWire(options), kind: "datetime" });
}

/** Makes the wire of `datetime`. */
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
