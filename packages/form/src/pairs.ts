import { isMapping } from "./is-mapping.ts";

/** The pairs of a key and its value that a record or map shows: its cstruct is a list of them, or a mapping. */
export function pairsOf(cstruct: unknown): readonly unknown[] {
  if (Array.isArray(cstruct)) return cstruct;
  return isMapping(cstruct) ? Object.entries(cstruct) : [];
}
