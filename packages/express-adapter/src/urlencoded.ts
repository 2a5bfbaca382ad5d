import type { Control } from "@turnform/schema";
import { LimitError } from "./limit-error.ts";

/** The limits of `parseUrlencoded`. */
export interface PairLimits {
  readonly maxPairs: number;
  /** Bytes of UTF-8, after percent-decoding. */
  readonly maxNameLength: number;
  /** Bytes of UTF-8, after percent-decoding. */
  readonly maxValueLength: number;
}

/** Where a pair ends in the decoded bytes; it starts where the one before it ends. */
interface PairEnd {
  readonly name: number;
  readonly value: number;
}

const SPACE = 0x20;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const NON_ASCII = /[\x80-\xff]/;

/** The value of a hexadecimal digit by its byte, -1 for any other byte. */
const DIGITS = Int8Array.from({ length: 256 }, (_, byte) =>
  "0123456789abcdef".indexOf(String.fromCharCode(byte).toLowerCase()),
);

/**
 * Reads an `application/x-www-form-urlencoded` body or query as the URL standard's parser does: in order, with
 * repeats, blank values and empty names.
 *
 *     parseUrlencoded(Buffer.from("day=10&day=%C5%99+&="), limits)
 *     // → [["day", "10"], ["day", "ř "], ["", ""]]
 *
 * @returns the controls in the order of the body
 * @throws LimitError where there are too many pairs, or a name or value is too long
 * @see https://url.spec.whatwg.org/#concept-urlencoded-parser
 */
export function parseUrlencoded(bytes: Uint8Array, limits: PairLimits): Control[] {
  const { decoded, ends } = decode(bytes, limits.maxPairs);
  // All bytes become text at once, which is cut: much cheaper than a string for each piece
  const text = decoded.toString("latin1");
  const allAscii = !NON_ASCII.test(text);
  let start = 0;
  const cut = (end: number): string => {
    const piece = text.slice(start, end);
    // "UTF-8 decode without BOM" keeps a byte order mark, and so does toString
    const value = allAscii || !NON_ASCII.test(piece) ? piece : decoded.toString("utf8", start, end);
    start = end;
    return value;
  };

  return ends.map((end) => {
    const nameLength = end.name - start;
    if (nameLength > limits.maxNameLength) throw tooLong("A name", "maxNameLength", limits, nameLength);
    const name = cut(end.name);
    const valueLength = end.value - start;
    if (valueLength > limits.maxValueLength)
      throw tooLong(`The value of "${name}"`, "maxValueLength", limits, valueLength);
    return [name, cut(end.value)];
  });
}

// Undoes `+` and `%xx`, and takes `&` and `=` out, in one pass over a copy of the bytes
function decode(bytes: Uint8Array, maxPairs: number): { decoded: Buffer; ends: PairEnd[] } {
  const source = Buffer.concat([bytes, Buffer.of(AMPERSAND)]);
  const ends: PairEnd[] = [];
  let length = 0; // what is decoded is written over what was read: it is never longer
  let pairStart = 0;
  let nameEnd: number | undefined;

  for (let at = 0; at < source.length; at++) {
    const byte = source[at] ?? AMPERSAND;
    if (byte === AMPERSAND) {
      if (at > pairStart) ends.push({ name: nameEnd ?? length, value: length });
      if (ends.length > maxPairs) throw tooManyPairs(ends.length, maxPairs);
      pairStart = at + 1;
      nameEnd = undefined;
    } else if (byte === EQUALS && nameEnd === undefined) {
      nameEnd = length;
    } else if (byte === PLUS) {
      source[length++] = SPACE;
    } else if (byte === PERCENT && digit(source[at + 1]) >= 0 && digit(source[at + 2]) >= 0) {
      source[length++] = digit(source[at + 1]) * 16 + digit(source[at + 2]);
      at += 2;
    } else {
      source[length++] = byte;
    }
  }
  return { decoded: source.subarray(0, length), ends };
}

function digit(byte: number | undefined): number {
  return byte === undefined ? -1 : (DIGITS[byte] ?? -1);
}

function tooManyPairs(actual: number, limit: number): LimitError {
  const message = `The form has at least ${actual} controls; at most ${limit} are allowed`;
  return new LimitError(message, { option: "maxPairs", limit, actual });
}

type Length = "maxNameLength" | "maxValueLength";

function tooLong(what: string, option: Length, limits: PairLimits, actual: number): LimitError {
  const limit = limits[option];
  return new LimitError(`${what} has ${actual} bytes; at most ${limit} are allowed`, {
    option,
    limit,
    actual,
  });
}
