import { joinPath } from "./path.ts";
import { type Place, placeOf, type Root } from "./place.ts";

/**
 * Writes nested data as one level of paths and values.
 *
 *     flatten(Preset, { name: "sweep", cycles: [[{ angle: 90 }], []] })
 *     // { name: "sweep", "cycles.0.0.angle": 90, "cycles.1": [] }
 *
 * Fields, items of arrays and tuples and values of records are taken apart as the schema says; everything else is a
 * value: dates, sets, maps and files, empty lists and mappings, names that the schema doesn't know, data of another shape
 * than the schema's, and what stands where a union allows both a list and a mapping. What is absent stays absent.
 *
 * @param root The data's schema
 * @param data The schema's input or output
 * @returns an object without a prototype; paths are written as `joinPath` does, `""` is the root
 */
export function flatten(root: Root, data: unknown): Record<string, unknown> {
  const flat: Record<string, unknown> = Object.create(null);
  const todo: Part[] = [{ place: placeOf(root), value: data, path: [] }];
  for (let part = todo.pop(); part; part = todo.pop()) {
    const { place, value, path } = part;
    const inner = place?.divides(value) ? partsOf(value) : [];
    if (inner.length === 0) flat[joinPath(path)] = value;
    for (const [key, each] of inner.toReversed()) {
      todo.push({ place: place?.child(key), value: each, path: [...path, key] });
    }
  }
  return flat;
}

interface Part {
  readonly place: Place | undefined;
  readonly value: unknown;
  readonly path: readonly string[];
}

/** A hole in a list counts as an undefined item. */
function partsOf(value: object): readonly (readonly [key: string, value: unknown])[] {
  return Array.isArray(value)
    ? Array.from(value, (each: unknown, i) => [String(i), each] as const)
    : Object.entries(value);
}
