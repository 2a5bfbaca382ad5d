import { formatOffset, pad, parseFraction, parseOffset } from "./iso8601.ts";
import { type Moment, toDate } from "./moment.ts";

/** A moment while it is read. A twelve-hour clock gives the hour and the half of the day separately. */
export interface Fields extends Moment {
  readonly hour12?: number;
  readonly half?: string;
}

/** A letter of a date format. */
export interface Directive {
  /** Source of a regular expression, which matches few characters. */
  readonly pattern: string;
  read(text: string): Partial<Fields>;
  write(moment: Moment): string;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const yearOfCentury: Directive = {
  pattern: "\\d{2}",
  // POSIX: 69 to 99 belong to the twentieth century.
  read: (text) => ({ year: Number(text) + (Number(text) >= 69 ? 1900 : 2000) }),
  write: ({ year }) => pad(year % 100),
};

const hour12: Directive = {
  pattern: "1[0-2]|0?[1-9]",
  read: (text) => ({ hour12: Number(text) }),
  write: ({ hour }) => pad(((hour + 11) % 12) + 1),
};

const halfOfDay: Directive = {
  pattern: "am|pm",
  read: (text) => ({ half: text.toLowerCase() }),
  write: ({ hour }) => (hour < 12 ? "AM" : "PM"),
};

const microsecond: Directive = {
  pattern: "\\d{1,6}",
  read: (text) => ({ microsecond: parseFraction(text) }),
  write: (moment) => pad(moment.microsecond, 6),
};

const offset: Directive = {
  pattern: "Z|[+-]\\d{2}:?[0-5]\\d",
  read: (text) => ({ offset: parseOffset(text.toUpperCase()) }),
  write: (moment) => (moment.offset === undefined ? "" : formatOffset(moment.offset, "")),
};

export const DIRECTIVES: ReadonlyMap<string, Directive> = new Map([
  ["Y", number("year", "\\d{4}", 4)],
  ["y", yearOfCentury],
  ["m", number("month", "1[0-2]|0?[1-9]")],
  ["B", month(MONTHS)],
  ["b", month(MONTHS.map((name) => name.slice(0, 3)))],
  ["d", number("day", "3[01]|[12]\\d|0?[1-9]")],
  ["A", weekday(DAYS)],
  ["a", weekday(DAYS.map((name) => name.slice(0, 3)))],
  ["H", number("hour", "2[0-3]|[01]?\\d")],
  ["I", hour12],
  ["p", halfOfDay],
  ["M", number("minute", "[0-5]?\\d")],
  ["S", number("second", "[0-5]?\\d")],
  ["f", microsecond],
  ["z", offset],
  ["%", { pattern: "%", read: () => ({}), write: () => "%" }],
]);

function number(field: Exclude<keyof Moment, "offset">, pattern: string, width = 2): Directive {
  return {
    pattern,
    read: (text) => ({ [field]: Number(text) }),
    write: (moment) => pad(moment[field], width),
  };
}

function month(names: readonly string[]): Directive {
  const lower = names.map((name) => name.toLowerCase());
  return {
    pattern: names.join("|"),
    read: (text) => ({ month: lower.indexOf(text.toLowerCase()) + 1 }),
    write: (moment) => names[moment.month - 1] ?? "",
  };
}

function weekday(names: readonly string[]): Directive {
  return {
    pattern: names.join("|"),
    // The weekday follows from the date.
    read: () => ({}),
    write: (moment) => names[toDate({ ...moment, offset: 0 }, 0).getUTCDay()] ?? "",
  };
}
