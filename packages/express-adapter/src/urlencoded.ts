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
  const { decoded, length, pairs, ends } = decode(bytes, limits.maxPairs);
  // Short pieces are cut from one text, which takes a third of the time of decoding each
  const text = decoded.toString("latin1", 0, length);
  const controls: Control[] = [];
  controls.length = pairs;
  let start = 0;
  for (let pair = 0, at = 0; pair < pairs; pair++) {
    const nameMark = ends[at++] ?? 0;
    const valueMark = ends[at++] ?? 0;
    const nameEnd = nameMark >>> 1;
    const end = valueMark >>> 1;
    if (nameEnd - start > limits.maxNameLength)
      throw tooLong("A name", "maxNameLength", limits, nameEnd - start);
    const name = cut(text, decoded, start, nameMark);
    if (end - nameEnd > limits.maxValueLength)
      throw tooLong(`The value of "${name}"`, "maxValueLength", limits, end - nameEnd);
    const value = cut(text, decoded, nameEnd, valueMark);
    controls[pair] = [name, value];
    start = end;
  }
  return controls;
}

/** Longest part of a text that V8 copies, in characters. A longer one is a view, which holds the whole text in memory. */
const COPIED = 12;

/**
 * Cuts a name or value out of a body.
 *
 * @param text The decoded bytes, a character each
 * @param mark Its end, and a bit for ASCII
 * @returns a text with memory of its own
 */
function cut(text: string, decoded: Buffer, start: number, mark: number): string {
  const end = mark >>> 1;
  // "UTF-8 decode without BOM" keeps a byte order mark, and so does toString
  if (!isAscii(mark)) return decoded.toString("utf8", start, end);
  return end - start <= COPIED ? text.slice(start, end) : decoded.toString("latin1", start, end);
}

/** Where bodies are decoded that are not long: making a buffer takes longer than decoding a short one. */
const scratch = Buffer.allocUnsafeSlow(65_536);

/** Where the ends of their names and values are noted: a pair has two bytes at least. */
const scratchEnds = new Int32Array(scratch.length);

/** What a body holds, until the next one is decoded. Bytes beyond `length` mean nothing. */
interface Decoded {
  readonly decoded: Buffer;
  readonly length: number;
  readonly pairs: number;
  /** Of each name and each value in turn, where it ends among the decoded bytes, and whether they are ASCII: see {@link markOf}. */
  readonly ends: Int32Array;
}

// Undoes `+` and `%xx`, and takes `&` and `=` out, in one pass: what is decoded is never longer
function decode(bytes: Uint8Array, maxPairs: number): Decoded {
  const decoded = bytes.length > scratch.length ? Buffer.allocUnsafe(bytes.length) : scratch;
  const needed = 2 * Math.min(maxPairs, Math.ceil(bytes.length / 2));
  const ends = needed > scratchEnds.length ? new Int32Array(needed) : scratchEnds;
  const { length: total } = bytes;
  let length = 0;
  let pairs = 0;
  let next = 0;
  let pairStart = 0;
  let isValue = false;
  let bits = 0;

  for (let at = 0; at <= total; at++) {
    let byte = 0;
    // Most bytes are letters, which come after all that means something
    for (; at < total && (byte = bytes[at] ?? 0) > EQUALS; at++) {
      bits |= byte;
      decoded[length++] = byte;
    }
    // The end ends a pair, like `&`
    if (at === total) byte = AMPERSAND;
    if (byte === AMPERSAND) {
      if (at > pairStart) {
        if (pairs === maxPairs) throw tooManyPairs(pairs + 1, maxPairs);
        // Without `=`, all is the name, and the value is empty
        if (!isValue) {
          ends[next++] = markOf(length, bits);
          bits = 0;
        }
        ends[next++] = markOf(length, bits);
        pairs++;
      }
      pairStart = at + 1;
      isValue = false;
      bits = 0;
      continue;
    }
    if (byte === EQUALS && !isValue) {
      ends[next++] = markOf(length, bits);
      isValue = true;
      bits = 0;
      continue;
    }
    if (byte === PLUS) {
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
  return { decoded, length, pairs, ends };
}

/** @param bits Those of all bytes of a name or value, of which those beyond ASCII have the highest */
function markOf(end: number, bits: number): number {
  return (end << 1) | (bits >> 7);
}

function isAscii(mark: number): boolean {
  return (mark & 1) === 0;
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
