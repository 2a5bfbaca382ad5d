import { PathError } from "../paths/path-error.ts";
import { joinPath, MOST_KEYS } from "../paths/path.ts";
import { type Root, type TypeSet, typeSetOf } from "./type-set.ts";

/** Limit of all paths together, in characters: each value repeats the names above it. */
const MOST_CHARACTERS = 10_000_000;

/**
 * Flattens nested data into one level of paths and values.
 *
 *     flatten(Preset, { name: "sweep", cycles: [[{ angle: 90 }], []] })
 *     // { name: "sweep", "cycles.0.0.angle": 90, "cycles.1": [] }
 *
 * Splits objects, arrays, tuples and records by the schema. All other data is a value: dates, sets, maps and files, empty
 * lists and mappings, unknown names, data of another shape than the schema's, and data where a union allows both a list
 * and a mapping. Absent fields stay absent.
 *
 * @param root The data's schema
 * @param data The schema's input or output
 * @returns an object without a prototype; its keys are paths of `joinPath`, `""` is the root
 * @throws PathError if a path would have more than 100 keys, or all paths together more than 10,000,000 characters
 */
export function flatten(root: Root, data: unknown): Record<string, unknown> {
  const flat: Record<string, unknown> = Object.create(null);
  const todo: Visit[] = [{ types: typeSetOf(root), value: data, path: [] }];
  let characters = 0;
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    const { types, value, path } = visit;
    if (path.length > MOST_KEYS)
      throw new PathError(joinPath(path), `Data is nested deeper than ${MOST_KEYS} levels`);
    const parts = types?.split(value) ?? [];
    if (parts.length === 0) {
      const text = joinPath(path);
      characters += text.length;
      if (characters > MOST_CHARACTERS)
        throw new PathError(text, `The paths into the data have more than ${MOST_CHARACTERS} characters`);
      flat[text] = value;
    }
    for (const [key, part] of parts.toReversed()) {
      todo.push({ types: types?.child(key), value: part, path: [...path, key] });
    }
  }
  return flat;
}

/** A value still to flatten. */
interface Visit {
  readonly types: TypeSet | undefined;
  readonly value: unknown;
  readonly path: readonly string[];
}
