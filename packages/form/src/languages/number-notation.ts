/** The signs of a language's numbers. */
export interface NumberSigns {
  /** Sign before a fraction: `.` or `,`. */
  readonly decimal: string;
  /** Sign between thousands, such as `,`, `.` or a narrow no-break space. */
  readonly group: string;
  /** Number of whole digits from which groups are shown. Default: 4; Spanish has 5. */
  readonly groupFrom?: number;
  /** Digits of each group before the last three. Default: 3; India has 2. */
  readonly groupSize?: number;
}

/** Reader and writer of a language's numbers. Schemas read plain numerals: `-1234.5`. */
export interface NumberNotation {
  /**
   * Reads a number as people of the language type it.
   *
   * @returns a plain numeral, or undefined for text that is no number or is ambiguous
   */
  readonly read: (text: string) => string | undefined;
  /** Writes a plain numeral without groups, so that `read` gives it back. Other text is returned unchanged. */
  readonly write: (text: string) => string;
  /** Writes a plain numeral with its thousands grouped. Other text is returned unchanged. */
  readonly writeGrouped: (text: string) => string;
}

/** Groups: sign, whole digits, fraction, exponent. */
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/;
/** Zeros of other digits that people type: Arabic, Persian, full-width. */
const ZEROS = [0x0660, 0x06f0, 0xff10];
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const SAME_SIGNS: Readonly<Record<string, string>> = {
  "\u2212": "-",
  "\uff0d": "-",
  "\uff0b": "+",
  "\uff0c": ",",
  "\uff0e": ".",
  "’": "'",
};

const notations = new WeakMap<NumberSigns, NumberNotation>();

/** Returns the notation of a set of signs. Notations are cached. */
export function notationOf(signs: NumberSigns): NumberNotation {
  const notation = notations.get(signs) ?? makeNotation(signs);
  notations.set(signs, notation);
  return notation;
}

/** Returns a sign in the form for comparing: any space becomes a blank. */
function plainSign(sign: string): string {
  return /^\s$/.test(sign) ? " " : (SAME_SIGNS[sign] ?? sign);
}

function makeNotation({ decimal, group, groupFrom = 4, groupSize = 3 }: NumberSigns): NumberNotation {
  const point = plainSign(decimal);
  const separator = plainSign(group);
  // Every language accepts a blank between thousands, the ISO notation. A number uses one group sign throughout.
  const groups = `[1-9]\\d{0,${groupSize - 1}}([ ${escaped(separator)}])(?:\\d{${groupSize}}\\3)*\\d{3}`;
  const fraction = `(?:${escaped(point)}(\\d*))?`;
  const pattern = new RegExp(`^([+-]?)(?:(${groups})|(\\d*))${fraction}(e[+-]?\\d+)?$`, "i");

  return {
    read(text) {
      if (/^\d+$/.test(text)) return text;
      const typed = normalised(text, point, separator);
      const [found, sign = "", parts = "", , digits = "", tail, exponent = ""] = pattern.exec(typed) ?? [];
      const wholeDigits = parts.replaceAll(/\D/g, "") + digits;
      // Nobody groups thousands before an exponent, so the sign there is a decimal point that a program wrote.
      const isInNotation = found !== undefined && (parts === "" || exponent === "");
      const plain = !isInNotation
        ? typed
        : sign + wholeDigits + (tail === undefined ? "" : `.${tail}`) + exponent;
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

/** Returns true for a plain numeral with a digit before its exponent. */
function isPlain(text: string): boolean {
  const [found, , digits = "", fraction = ""] = PLAIN.exec(text) ?? [];
  return found !== undefined && digits + fraction !== "";
}

/** Replaces foreign digits and signs by those of schemas, and removes invisible characters. */
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
  const zero = ZEROS.find((candidate) => code >= candidate && code < candidate + 10) ?? code;
  return String(code - zero);
}

/** Splits whole digits into groups; the last has three. */
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
 * Returns the signs of a language, by its tag, as this host's `Intl` knows them.
 *
 * @throws RangeError if the tag is invalid or the host doesn't know the language
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

/** Returns true if this host knows a language. `Intl` would silently format an unknown one like another. */
export function knowsNumbersOf(tag: string): boolean {
  return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
}
