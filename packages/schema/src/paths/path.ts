import { PathError } from "./path-error.ts";

/** Where something stands: names and positions from the root, or their text as `joinPath` writes it. */
export type Path = string | readonly (string | number)[];

/**
 * Writes a path as text.
 *
 *     joinPath(["cycles", 0, "angle"])   // "cycles.0.angle"
 *     joinPath(["v1.5", "*"])            // "v1\\.5.\\*": a backslash keeps dots, stars and backslashes as they are
 *     joinPath([])                       // "", the root; the path of one empty name is "\\"
 *
 * @param keys Names and positions, from the root
 * @returns a text that `splitPath` reads back, and no other path has
 */
export function joinPath(keys: readonly (string | number)[]): string {
  if (keys.length === 1 && keys[0] === "") return "\\";
  return keys.map((key) => String(key).replaceAll(/[\\.*]/g, "\\$&")).join(".");
}

/**
 * Reads a path.
 *
 *     splitPath("cycles.0.angle")   // ["cycles", "0", "angle"]
 *
 * @param text As `joinPath` writes it
 * @returns names and positions, from the root
 */
export function splitPath(text: string): readonly string[] {
  return cutPath(text).map(unescape);
}

/** Cuts a path or pattern at its dots, leaving its backslashes in. */
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

/** Takes the backslashes out of a part of a path. */
export function unescape(part: string): string {
  return part.replaceAll(/\\([^]?)/g, "$1");
}

/** Most names and positions in a path: as many levels as a post may have. */
export const MOST_KEYS = 100;

/**
 * Refuses a path that is too long.
 *
 * @throws PathError where it has more than 100 names and positions
 */
export function checkLength(keys: readonly unknown[], path: string = joinPath(keys.map(String))): void {
  if (keys.length > MOST_KEYS)
    throw new PathError(
      path,
      `A path has ${keys.length} names and positions; at most ${MOST_KEYS} are allowed`,
    );
}

/** The names and positions of a path, however it is given. */
export function keysOf(path: Path): readonly string[] {
  return typeof path === "string" ? splitPath(path) : path.map(String);
}

/** Whether a key is a position in a list, written the one way that positions are. */
export function isPosition(key: string): boolean {
  return /^(?:0|[1-9]\d{0,14})$/.test(key);
}
