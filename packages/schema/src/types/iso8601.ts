import { isReal, type Moment, START } from "./moment.ts";

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const BASIC_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const CLOCK = /^(\d{2})(?::?(\d{2})(?::?(\d{1,2})(?:[.,](\d+))?)?)?(Z|[+-]\d{2}:?(?:\d{2})?)?$/;

interface IsoMoment extends Moment {
  /** True if the text contains a day, not only a month or year. */
  readonly hasDay: boolean;
}

/**
 * Reads a date, with or without a time, in ISO 8601 and some shorter forms.
 *
 *     parseIso("2020-01-02T03:04:05.5+02:00"), parseIso("2020-01-02 03:04"), parseIso("20200102"), parseIso("2020-01")
 *
 * Does not read weeks and days of the year. Drops digits of a second beyond the sixth.
 *
 * @returns undefined for other texts, and for days and times that don't exist
 */
export function parseIso(text: string): IsoMoment | undefined {
  const separator = text.search(/[T ]/);
  const date = separator === -1 ? text : text.slice(0, separator);
  const clock = separator === -1 ? undefined : text.slice(separator + 1);

  const [, year, month, day] = DATE.exec(date) ?? BASIC_DATE.exec(date) ?? [];
  if (year === undefined || (clock !== undefined && day === undefined)) return undefined;
  const time = clock === undefined ? {} : parseClock(clock);
  if (time === undefined) return undefined;

  const moment = { ...START, year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1), ...time };
  return isReal(moment) ? { ...moment, hasDay: day !== undefined } : undefined;
}

function parseClock(text: string): Partial<Moment> | undefined {
  const [found, hour, minute = 0, second = 0, fraction = "", zone] = CLOCK.exec(text) ?? [];
  if (found === undefined) return undefined;
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: parseFraction(fraction),
    offset: zone === undefined ? undefined : parseOffset(zone),
  };
}

/** Reads the digits after a second's point as microseconds: `5` → 500,000. */
export function parseFraction(digits: string): number {
  return Number(digits.slice(0, 6).padEnd(6, "0"));
}

/**
 * Reads an offset from UTC: `Z`, `+02`, `+0530` or `-05:30`.
 *
 * @returns minutes east of UTC, or NaN for other texts and for 60 minutes or more
 */
export function parseOffset(text: string): number {
  if (text === "Z") return 0;
  const [, sign, hours, minutes = 0] = /^([+-])(\d{2}):?([0-5]\d)?$/.exec(text) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  return sign === "-" && size > 0 ? -size : size;
}

/** Writes a day: `2020-01-02`. */
export function formatIsoDate({ year, month, day }: Moment): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** Writes a time: `03:04:05`, or `03:04:05.000006` if it has microseconds. */
export function formatIsoTime({ hour, minute, second, microsecond }: Moment): string {
  const fraction = microsecond === 0 ? "" : `.${pad(microsecond, 6)}`;
  return `${pad(hour)}:${pad(minute)}:${pad(second)}${fraction}`;
}

/**
 * Writes an offset from UTC: `+02:00` for 120.
 *
 * @param separator Text between hours and minutes. Default `:`
 */
export function formatOffset(offset: number, separator = ":"): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${pad(Math.trunc(size / 60))}${separator}${pad(size % 60)}`;
}

export function pad(number: number, width = 2): string {
  return String(number).padStart(width, "0");
}
