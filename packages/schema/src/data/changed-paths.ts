import { MOST_KEYS, joinPath } from "../paths/path.ts";
import { areEqual, fieldNames } from "./equal-values.ts";
import { type Root, type TypeSet, typeSetOf } from "./type-set.ts";

/** Limit of all paths together, in characters: each path repeats the names above it. */
const MOST_CHARACTERS = 10_000_000;

/** A part of two values, to be compared. */
interface Visit {
  readonly types: TypeSet;
  readonly before: unknown;
  readonly after: unknown;
  /** Name or position, with those above. Undefined at the root. */
  readonly at: Step | undefined;
  readonly depth: number;
}

interface Step {
  readonly key: string;
  readonly above: Step | undefined;
}

/**
 * Returns the paths whose values differ, in the order of the old data.
 *
 *     changedPaths(Person, { name: "Ann", emails: ["a@example.org"] }, { name: "Eve", emails: ["a@example.org"] })   // ["name"]
 *
 * - Objects, records and tuples are compared field by field, and lists of the same length item by item. A list of another length is
 *   one change.
 * - All other values are whole: sets, maps, dates, decimals, files, and values of another shape than before. They are compared by
 *   value, see `areEqual`.
 * - An absent field equals an undefined one. A field that has come or gone is one change.
 * - Names that the schema does not know are not compared.
 *
 * The paths have at most 100 keys. If they had more than 10,000,000 characters together, the root stands for all.
 *
 * @param root The schema of the values
 * @param before The schema's output, or any part of it
 * @param after The schema's output
 * @returns texts of `joinPath`; `""` is the root. The list is empty if nothing differs
 */
export function changedPaths(root: Root, before: unknown, after: unknown): readonly string[] {
  const changed: string[] = [];
  let characters = 0;
  const todo: Visit[] = [{ types: typeSetOf(root), before, after, at: undefined, depth: 0 }];
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    const parts = partsOf(visit);
    if (parts) {
      for (const part of parts.toReversed()) todo.push(part);
    } else if (!areEqual(visit.before, visit.after)) {
      const path = pathTo(visit.at);
      characters += path.length;
      if (characters > MOST_CHARACTERS) return [""];
      changed.push(path);
    }
  }
  return changed;
}

/** Returns the parts of two values of the same shape. Returns undefined if the values are compared as a whole. */
function partsOf({ types, before, after, at, depth }: Visit): readonly Visit[] | undefined {
  const isSame = before === after;
  if (isSame) return [];
  const shape = depth < MOST_KEYS ? types.shapeOf(after) : undefined;
  if (!shape || shape !== types.shapeOf(before)) return undefined;
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length) return undefined;
  return namesIn(before, after).flatMap((key) => {
    const inner = types.child(key);
    if (!inner) return [];
    const [from, to] = [shape.at(before, key), shape.at(after, key)];
    return { types: inner, before: from, after: to, at: { key, above: at }, depth: depth + 1 };
  });
}

function namesIn(before: unknown, after: unknown): readonly string[] {
  return typeof before === "object" && before !== null && typeof after === "object" && after !== null
    ? fieldNames(before, after)
    : [];
}

function pathTo(end: Step | undefined): string {
  const keys: string[] = [];
  for (let step = end; step; step = step.above) keys.push(step.key);
  return joinPath(keys.toReversed());
}
