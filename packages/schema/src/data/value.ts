import { PathError } from "../paths/path-error.ts";
import { checkLength, joinPath, keysOf, type Path } from "../paths/path.ts";
import { type Root, type TypeSet, typeSetOf } from "./type-set.ts";
import { shapeOf } from "./value-shape.ts";

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
  return lookUp(typeSetOf(root), data, keysOf(path)).value;
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
  const { above } = lookUp(typeSetOf(root), data, keys);
  return above.reduceRight<unknown>(
    (part, { types, value }, depth) => put(types, value, { keys, depth }, part),
    value,
  );
}

interface Level {
  readonly types: TypeSet;
  readonly value: unknown;
}

function lookUp(root: TypeSet, data: unknown, keys: readonly string[]): Level & { above: readonly Level[] } {
  checkLength(keys);
  const above: Level[] = [];
  let at: Level = { types: root, value: data };
  for (const [depth, key] of keys.entries()) {
    const types = at.types.child(key);
    if (!types) {
      const path = joinPath(keys.slice(0, depth + 1));
      throw new PathError(path, `No "${path}" in the schema`);
    }
    above.push(at);
    at = { types, value: shapeOf(at.value)?.at(at.value, key) };
  }
  return { ...at, above };
}

/** The key at a depth of a path. */
interface At {
  readonly keys: readonly string[];
  readonly depth: number;
}

/** A copy of a list or mapping with one part replaced. */
function put(types: TypeSet, whole: unknown, { keys, depth }: At, part: unknown): unknown {
  const refuse = (why: string): never => {
    const path = joinPath(keys.slice(0, depth + 1));
    throw new PathError(path, `Can't set "${path}": ${why}`);
  };
  const isMissing = whole === undefined || whole === null;
  const shape = isMissing ? types.shape : shapeOf(whole);
  if (!shape)
    return refuse(
      isMissing ? "nothing says whether it is in a list or a mapping" : "what is above it has no parts",
    );
  const [expected] = types.shapes;
  if (!types.shapes.includes(shape) && !types.isOpen)
    return refuse(`a ${expected?.name} is expected above it, and the data has a ${shape.name}`);
  return shape.replace(whole, keys[depth] ?? "", part, refuse);
}
