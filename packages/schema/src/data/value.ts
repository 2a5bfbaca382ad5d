import { isMapping, read } from "../zod/compiled.ts";
import { PathError } from "../paths/path-error.ts";
import { checkLength, isPosition, joinPath, keysOf, type Path } from "../paths/path.ts";
import { type Place, placeOf, type Root } from "./type-set.ts";

/**
 * Reads a value out of nested data.
 *
 *     getValue(Preset, preset, "cycles.0.1.angle")        // 90
 *     getValue(Preset, preset, ["cycles", 0, 1, "angle"]) // the same
 *
 * @param root The data's schema
 * @param data The schema's input or output, or any part of it
 * @param path Text as `joinPath` writes it, or names and positions, such as an issue's path
 * @returns undefined where the data has nothing
 * @throws PathError where the schema has no such place, and so no data ever has, or the path has more than 100 keys
 */
export function getValue(root: Root, data: unknown, path: Path): unknown {
  return lookUp(placeOf(root), data, keysOf(path)).value;
}

/**
 * Puts a value into nested data.
 *
 *     setValue(Preset, preset, "cycles.0.1.angle", 45)   // a new preset, which shares all other cycles with the old one
 *
 * Lists and mappings that are missing on the way are made. The item after the last of a list may be set, none further.
 *
 * @param root The data's schema
 * @param data The schema's input or output, or any part of it; it is left unchanged
 * @param path As for `getValue`
 * @returns the changed data
 * @throws PathError where the schema has no such place, a list would get a gap, data of another shape is in the way, or the
 *   path has more than 100 keys
 */
export function setValue(root: Root, data: unknown, path: Path, value: unknown): unknown {
  const keys = keysOf(path);
  const { above } = lookUp(placeOf(root), data, keys);
  return above.reduceRight<unknown>(
    (inner, { place, value }, depth) => put(place, value, { keys, depth }, inner),
    value,
  );
}

interface Level {
  readonly place: Place;
  readonly value: unknown;
}

function lookUp(root: Place, data: unknown, keys: readonly string[]): Level & { above: readonly Level[] } {
  checkLength(keys);
  const above: Level[] = [];
  let at: Level = { place: root, value: data };
  for (const [depth, key] of keys.entries()) {
    const place = at.place.child(key);
    if (!place) {
      const path = joinPath(keys.slice(0, depth + 1));
      throw new PathError(path, `No "${path}" in the schema`);
    }
    above.push(at);
    at = { place, value: partOf(at.value, key) };
  }
  return { ...at, above };
}

function partOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return isPosition(key) ? value[Number(key)] : undefined;
  return isMapping(value) ? read(value, key) : undefined;
}

/** The place of a part: the key at a depth of a path. */
interface At {
  readonly keys: readonly string[];
  readonly depth: number;
}

/** A copy of a list or mapping with one part replaced. */
function put(place: Place, whole: unknown, { keys, depth }: At, part: unknown): unknown {
  const key = keys[depth] ?? "";
  const fail = (why: string): never => {
    const path = joinPath(keys.slice(0, depth + 1));
    throw new PathError(path, `Can't set "${path}": ${why}`);
  };
  const isMissing = whole === undefined || whole === null;
  const shape = isMissing
    ? place.division
    : Array.isArray(whole)
      ? "list"
      : isMapping(whole)
        ? "mapping"
        : undefined;
  if (!shape || shape === "either")
    return fail(
      isMissing ? "nothing says whether it is in a list or a mapping" : "what is above it has no parts",
    );
  if (shape !== place.division && place.division !== "either" && !place.isOpen)
    return fail(`a ${place.division} is expected above it, and the data has a ${shape}`);
  if (shape === "mapping") return withField(isMapping(whole) ? whole : {}, key, part);
  const list: readonly unknown[] = Array.isArray(whole) ? whole : [];
  if (!isPosition(key)) return fail("it is in a list");
  if (Number(key) > list.length) return fail(`the list has ${list.length} items`);
  return Number(key) === list.length ? [...list, part] : list.with(Number(key), part);
}

/** Own fields alone are copied, `__proto__` among them being one like others. */
function withField(mapping: object, name: string, value: unknown): object {
  const prototype: object | null = Object.getPrototypeOf(mapping);
  const copy: object = Object.create(prototype);
  for (const [each, its] of [...Object.entries(mapping), [name, value]] as const) {
    Object.defineProperty(copy, each, { value: its, writable: true, enumerable: true, configurable: true });
  }
  return copy;
}
