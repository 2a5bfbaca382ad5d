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
  readonly isNameAscii: boolean;
  readonly isValueAscii: boolean;
}

const SPACE = 0x20;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const EQUALS = 0x3d;

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
  const { decoded, length, ends } = decode(bytes, limits.maxPairs);
  // All bytes become text at once, which is cut: much cheaper than a string for each piece
  const text = decoded.toString("latin1", 0, length);
  let start = 0;
  const cut = (end: number, isAscii: boolean): string => {
    // "UTF-8 decode without BOM" keeps a byte order mark, and so does toString
    const piece = isAscii ? text.slice(start, end) : decoded.toString("utf8", start, end);
    start = end;
    return piece;
  };

  return ends.map((end) => {
    const nameLength = end.name - start;
    if (nameLength > limits.maxNameLength) throw tooLong("A name", "maxNameLength", limits, nameLength);
    const name = cut(end.name, end.isNameAscii);
    const valueLength = end.value - start;
    if (valueLength > limits.maxValueLength)
      throw tooLong(`The value of "${name}"`, "maxValueLength", limits, valueLength);
    return [name, cut(end.value, end.isValueAscii)];
  });
}

/** Where bodies are decoded that are not long: to make a buffer takes longer than to decode a short one. */
const scratch = Buffer.allocUnsafeSlow(65_536);

/** What a body holds: bytes in a row, until the next body is decoded. Those beyond `length` mean nothing. */
interface Decoded {
  readonly decoded: Buffer;
  readonly length: number;
  readonly ends: readonly PairEnd[];
}

// Undoes `+` and `%xx`, and takes `&` and `=` out, in one pass: what is decoded is never longer
function decode(bytes: Uint8Array, maxPairs: number): Decoded {
  const decoded = bytes.length > scratch.length ? Buffer.allocUnsafe(bytes.length) : scratch;
  const ends: PairEnd[] = [];
  let length = 0;
  let pairStart = 0;
  let nameEnd: number | undefined;
  let bits = 0; // of all bytes of a name or value: those beyond ASCII have the highest
  let nameBits = 0;

  for (let at = 0; at <= bytes.length; at++) {
    let byte = byteAt(bytes, at);
    // Most bytes are letters, which come after all that means something
    for (; byte > EQUALS; byte = byteAt(bytes, ++at)) {
      bits |= byte;
      decoded[length++] = byte;
    }
    if (byte === AMPERSAND) {
      if (at > pairStart) {
        // All of a pair without `=` is its name
        const isNameAscii = (nameEnd === undefined ? bits : nameBits) < 0x80;
        ends.push({ name: nameEnd ?? length, value: length, isNameAscii, isValueAscii: bits < 0x80 });
      }
      if (ends.length > maxPairs) throw tooManyPairs(ends.length, maxPairs);
      pairStart = at + 1;
      nameEnd = undefined;
      bits = 0;
      continue;
    } else if (byte === EQUALS && nameEnd === undefined) {
      nameEnd = length;
      nameBits = bits;
      bits = 0;
      continue;
    } else if (byte === PLUS) {
      byte = SPACE;
    } else if (byte === PERCENT) {
      const high = digit(bytes[at + 1]);
      const low = digit(bytes[at + 2]);
      if (high >= 0 && low >= 0) {
        byte = high * 16 + low;
        at += 2;
      }
    }
    bits |= byte;
    decoded[length++] = byte;
  }
  return { decoded, length, ends };
}

/** The end ends a pair, like `&`. */
function byteAt(bytes: Uint8Array, at: number): number {
  return at < bytes.length ? (bytes[at] ?? 0) : AMPERSAND;
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
