/** Date and time as written in a text, in a zone that may be unknown. */
export interface Moment {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Minutes east of UTC. Undefined if the text has no zone. */
  readonly offset?: number | undefined;
}

/** Values of fields missing in a text. */
export const START: Moment = { year: 1900, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0 };

/** Returns true if the date exists, in year 1 or later, and the time exists. Leap seconds don't. */
export function isReal({ year, month, day, hour, minute, second, offset = 0 }: Moment): boolean {
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    Math.abs(offset) < 24 * 60
  );
}

/**
 * Converts a moment to a point in time, to the millisecond.
 *
 * @param zone Minutes east of UTC, for a moment without an offset
 */
export function toDate(moment: Moment, zone: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(moment.year, moment.month - 1, moment.day);
  const milliseconds = Math.trunc(moment.microsecond / 1000);
  date.setUTCHours(moment.hour, moment.minute - (moment.offset ?? zone), moment.second, milliseconds);
  return date;
}

/**
 * Converts a point in time to a moment with the given offset.
 *
 * @param offset Minutes east of UTC
 */
export function momentAt(date: Date, offset: number): Moment {
  const there = new Date(date.getTime() + offset * 60_000);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
    microsecond: there.getUTCMilliseconds() * 1000,
    offset,
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
