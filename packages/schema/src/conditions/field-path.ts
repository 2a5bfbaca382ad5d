import { splitPath } from "../paths/path.ts";

/** The path from a field to the field that its condition reads. */
export interface FieldPath {
  /** Number of objects to go up from the field's own, or `root`. */
  readonly up: number | "root";
  /** Names from there, the read field last. */
  readonly names: readonly string[];
  /** Names of the groups on the way. */
  readonly groups: readonly string[];
  /** Name of the read field. */
  readonly field: string;
}

/**
 * Reads a path such as `kind`, `address.country`, `../kind` or `/kind`. A backslash escapes a dot in a name.
 *
 * @returns undefined for a text without a name
 */
export function readFieldPath(text: string): FieldPath | undefined {
  const fromRoot = text.startsWith("/");
  let rest = fromRoot ? text.slice(1) : text;
  let up = 0;
  while (rest.startsWith("../")) {
    rest = rest.slice(3);
    up++;
  }
  const names = splitPath(rest);
  if (names.length === 0 || names.includes("") || (fromRoot && up > 0)) return undefined;
  return { up: fromRoot ? "root" : up, names, groups: names.slice(0, -1), field: names.at(-1) ?? "" };
}
