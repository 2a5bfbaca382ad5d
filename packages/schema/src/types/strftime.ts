import { type Directive, DIRECTIVES, type Fields } from "./directives.ts";
import { isReal, type Moment, START } from "./moment.ts";

/** Reads and writes moments in one format. */
export interface MomentFormat {
  /** Returns undefined for a text in another format, and for days and times that don't exist. */
  parse(text: string): Moment | undefined;
  format(moment: Moment): string;
}

/** Limit of a date's text, in characters. No date needs more. */
const MAX_LENGTH = 200;

/**
 * Compiles a date format with strftime's letters.
 *
 *     const swiss = strftime("%d.%m.%Y")
 *     swiss.parse("2.1.2020")   // { year: 2020, month: 1, day: 2, hour: 0, … }
 *     swiss.format(moment)      // "02.01.2020"
 *
 * Letters: `Y y m d B b A a H I p M S f z %`. Names are English. As in strptime, leading zeros are optional, letters
 * match in upper and lower case, and a space matches any white space. Missing fields are taken from 1900-01-01 00:00.
 * Reading takes a bounded number of steps: each letter matches few characters, and a text has at most 200.
 *
 * @throws RangeError for any other letter
 */
export function strftime(format: string): MomentFormat {
  const tokens = (format.match(/%[^]?|\s+|[^%\s]+/g) ?? []).map((token) => compileToken(token, format));
  const pattern = new RegExp(`^${tokens.map((token) => `(${token.pattern})`).join("")}$`, "i");
  return {
    parse(text) {
      const found = text.length > MAX_LENGTH ? null : pattern.exec(text);
      if (!found) return undefined;
      const moment = tokens.reduce<Fields>(
        (at, token, i) => ({ ...at, ...token.read(found[i + 1] ?? "") }),
        START,
      );
      const real = withHour(moment);
      return isReal(real) ? real : undefined;
    },
    format: (moment) => tokens.map((token) => token.write(moment)).join(""),
  };
}

function compileToken(token: string, format: string): Directive {
  if (!token.startsWith("%")) return literal(token);
  const directive = DIRECTIVES.get(token.slice(1));
  if (!directive) throw new RangeError(`Unknown directive "${token}" in the date format "${format}"`);
  return directive;
}

function literal(text: string): Directive {
  const pattern = text.trim() === "" ? "\\s+" : text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  return { pattern, read: () => ({}), write: () => text };
}

function withHour({ hour12, half, ...moment }: Fields): Moment {
  return hour12 === undefined ? moment : { ...moment, hour: (hour12 % 12) + (half === "pm" ? 12 : 0) };
}
