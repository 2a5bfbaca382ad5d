/** The signs by which a language writes numbers. */
export interface NumberSigns {
  /** Stands before a fraction: `.` or `,`. */
  readonly decimal: string;
  /** Sets thousands apart, such as `,`, `.` or a narrow no-break space. */
  readonly group: string;
  /** Fewest whole digits that are set apart where a number is shown. Default 4, 5 in Spanish. */
  readonly groupFrom?: number;
  /** Digits of each group before the last three. Default 3, 2 in India. */
  readonly groupSize?: number;
}

/** Reads and writes numbers as a language does. A plain numeral is what schemas read: `-1234.5`. */
export interface NumberNotation {
  /**
   * Reads a number as people of the language type it.
   *
   * @returns a plain numeral, or undefined where the text is no number, or could mean two
   */
  readonly read: (text: string) => string | undefined;
  /** Writes a plain numeral without groups, so that `read` gives the same text; any other text comes back as it is. */
  readonly write: (text: string) => string;
  /** Writes a plain numeral with its thousands set apart; any other text comes back as it is. */
  readonly writeGrouped: (text: string) => string;
}

/** A plain numeral, in its parts. */
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/;
/** Zeros of the digits that people type beside 0 to 9: Arabic, Persian, as wide as Japanese letters. */
const ZEROS = [0x0660, 0x06f0, 0xff10];
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
/** Other forms of the same signs. */
const SAME_SIGNS: Readonly<Record<string, string>> = {
  "\u2212": "-",
  "\uff0d": "-",
  "\uff0b": "+",
  "\uff0c": ",",
  "\uff0e": ".",
  "’": "'",
};

const notations = new WeakMap<NumberSigns, NumberNotation>();

/** Returns how numbers are written by signs; made once for each set of them. */
export function notationOf(signs: NumberSigns): NumberNotation {
  const notation = notations.get(signs) ?? makeNotation(signs);
  notations.set(signs, notation);
  return notation;
}

/** Returns the form in which signs are compared: any space is a blank. */
function plainSign(sign: string): string {
  return /^\s$/.test(sign) ? " " : (SAME_SIGNS[sign] ?? sign);
}

function makeNotation({ decimal, group, groupFrom = 4, groupSize = 3 }: NumberSigns): NumberNotation {
  const point = plainSign(decimal);
  const separator = plainSign(group);
  // A blank sets thousands apart in every language, as science writes them. One number keeps to one sign.
  const groups = `[1-9]\\d{0,${groupSize - 1}}([ ${escaped(separator)}])(?:\\d{${groupSize}}\\3)*\\d{3}`;
  const fraction = `(?:${escaped(point)}(\\d*))?`;
  const own = new RegExp(`^([+-]?)(?:(${groups})|(\\d*))${fraction}(e[+-]?\\d+)?$`, "i");

  return {
    read(text) {
      if (/^\d+$/.test(text)) return text;
      const typed = normalised(text, point, separator);
      const [found, sign = "", parts = "", , digits = "", tail, exponent = ""] = own.exec(typed) ?? [];
      const whole = parts.replaceAll(/\D/g, "") + digits;
      // Nobody sets thousands apart before an exponent, so such a sign is the point of a program
      const isOwn = found !== undefined && (parts === "" || exponent === "");
      const plain = !isOwn ? typed : sign + whole + (tail === undefined ? "" : `.${tail}`) + exponent;
      return isPlain(plain) ? plain : undefined;
    },
    write: (text) => (decimal === "." || !isPlain(text) ? text : text.replace(".", decimal)),
    writeGrouped(text) {
      const [, sign = "", digits = "", fraction, exponent = ""] = PLAIN.exec(text) ?? [];
      if (!isPlain(text)) return text;
      const tail = fraction === undefined ? "" : decimal + fraction;
      const groups = digits.length < groupFrom || exponent !== "" ? [digits] : grouped(digits, groupSize);
      return sign + groups.join(group) + tail + exponent;
    },
  };
}

/** Returns true for a plain numeral, which has a digit before its exponent. */
function isPlain(text: string): boolean {
  const [found, , digits = "", fraction = ""] = PLAIN.exec(text) ?? [];
  return found !== undefined && digits + fraction !== "";
}

/** Writes other digits and other forms of signs as schemas do, and leaves out characters that can't be seen. */
function normalised(text: string, point: string, separator: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(OTHER_DIGITS, digit)
    .replaceAll(/[\u2212\uff0d\uff0b\uff0c\uff0e’]/g, (sign) => SAME_SIGNS[sign] ?? sign)
    .replaceAll("\u066b", point)
    .replaceAll("\u066c", separator)
    .replaceAll(/\s/g, " ")
    .trim();
}

function digit(letter: string): string {
  const code = letter.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code < each + 10) ?? code;
  return String(code - zero);
}

/** Returns whole digits in groups, the last of three. */
function grouped(digits: string, size: number): readonly string[] {
  const head = digits.length - 3;
  const groups = head % size === 0 ? [] : [digits.slice(0, head % size)];
  for (let at = head % size; at < head; at += size) groups.push(digits.slice(at, at + size));
  return [...groups, digits.slice(head)];
}

function escaped(sign: string): string {
  return sign.replaceAll(/[^\w\s]/g, String.raw`\$&`);
}

/**
 * Returns the signs of a language by its tag, as this host knows them.
 *
 * @throws RangeError where the tag is none, or the host does not know how the language writes numbers
 */
export function signsOf(tag: string): NumberSigns {
  if (!knowsNumbersOf(tag)) throw new RangeError(`This host does not know how "${tag}" writes numbers`);
  const partsOf = (number: number): readonly Intl.NumberFormatPart[] =>
    new Intl.NumberFormat(tag, { numberingSystem: "latn" }).formatToParts(number);
  const parts = partsOf(1_234_567.8);
  const wholes = parts.filter(({ type }) => type === "integer");
  const signOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return {
    decimal: signOf("decimal") ?? ".",
    group: signOf("group") ?? "\u202f",
    groupFrom: partsOf(1234).some(({ type }) => type === "group") ? 4 : 5,
    groupSize: wholes.at(-2)?.value.length ?? 3,
  };
}

/** Returns true if this host knows a language by its tag. It would write the numbers of an unknown one as those of another. */
export function knowsNumbersOf(tag: string): boolean {
  return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
}
