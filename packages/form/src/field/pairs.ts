import { isMapping } from "./is-mapping.ts";

/** Where the keys of pairs stand, by the pairs. */
const positions = new WeakMap<object, ReadonlyMap<unknown, number>>();

/** The position of a key in a record's or map's cstruct, of equal ones the last; undefined where it is not there. */
export function positionOf(cstruct: unknown, key: string): number | undefined {
  if (typeof cstruct !== "object" || cstruct === null) return undefined;
  const known =
    positions.get(cstruct) ??
    new Map(pairsOf(cstruct).map((pair, position) => [Array.isArray(pair) ? pair[0] : undefined, position]));
  positions.set(cstruct, known);
  return known.get(key);
}

/** The pairs of a key and its value that a record or map shows: its cstruct is a list of them, or a mapping. */
export function pairsOf(cstruct: unknown): readonly unknown[] {
  if (Array.isArray(cstruct)) return cstruct;
  return isMapping(cstruct) ? Object.entries(cstruct) : [];
}
