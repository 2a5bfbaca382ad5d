import { PathError } from "./path-error.ts";

/** A place in data or in a schema: names and positions from the root, or their text from `joinPath`. */
export type Path = string | readonly (string | number)[];

/**
 * Writes a path as text.
 *
 *     joinPath(["cycles", 0, "angle"])   // "cycles.0.angle"
 *     joinPath(["v1.5", "*"])            // "v1\\.5.\\*": a backslash escapes dots, stars and backslashes
 *     joinPath([])                       // "", the root; the path of one empty name is "\\"
 *
 * @returns a text for `splitPath`; different paths have different texts
 */
export function joinPath(keys: readonly (string | number)[]): string {
  if (keys.length === 1 && keys[0] === "") return "\\";
  return keys.map((key) => String(key).replaceAll(/[\\.*]/g, "\\$&")).join(".");
}

/**
 * Reads a path written by `joinPath`.
 *
 *     splitPath("cycles.0.angle")   // ["cycles", "0", "angle"]
 */
export function splitPath(text: string): readonly string[] {
  return cutPath(text).map(unescape);
}

/** Splits a path or pattern at its dots. Keeps the backslashes. */
export function cutPath(text: string): readonly string[] {
  if (text === "") return [];
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === ".") {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Removes the backslashes from a part of a path. */
export function unescape(part: string): string {
  return part.replaceAll(/\\([^]?)/g, "$1");
}

/** Limit of names and positions in a path, equal to the default limit of levels in a post. */
export const MOST_KEYS = 100;

/**
 * Checks the length of a path.
 *
 * @throws PathError if it has more than 100 names and positions
 */
export function checkLength(keys: readonly unknown[], path: string = joinPath(keys.map(String))): void {
  if (keys.length > MOST_KEYS)
    throw new PathError(
      path,
      `A path has ${keys.length} names and positions; at most ${MOST_KEYS} are allowed`,
    );
}

/** Returns the names and positions of a path. */
export function keysOf(path: Path): readonly string[] {
  return typeof path === "string" ? splitPath(path) : path.map(String);
}

/** Returns true for a position in a list, without sign or leading zeros. */
export function isPosition(key: string): boolean {
  return /^(?:0|[1-9]\d{0,14})$/.test(key);
}
