import { PathError } from "../paths/path-error.ts";
import { checkLength, joinPath, keysOf, type Path } from "../paths/path.ts";
import { type Root, type TypeSet, typeSetOf } from "./type-set.ts";
import { shapeOf } from "./value-shape.ts";

/**
 * Reads a value from nested data.
 *
 *     getValue(Preset, preset, "cycles.0.1.angle")        // 90
 *     getValue(Preset, preset, ["cycles", 0, 1, "angle"]) // the same
 *
 * @param root The data's schema
 * @param data The schema's input or output, or any part of it
 * @param path Text written by `joinPath`, or names and positions, such as an issue's path
 * @returns undefined if the data has nothing there
 * @throws PathError if the schema has nothing there, or the path has more than 100 keys
 */
export function getValue(root: Root, data: unknown, path: Path): unknown {
  return lookUp(typeSetOf(root), data, keysOf(path)).value;
}

/**
 * Changes a value in a copy of nested data.
 *
 *     setValue(Preset, preset, "cycles.0.1.angle", 45)   // a new preset, which shares all other cycles with the old one
 *
 * Creates missing lists and mappings on the path. The position after the last item of a list appends an item.
 *
 * @param root The data's schema
 * @param data The schema's input or output, or any part of it; left unchanged
 * @param path Text written by `joinPath`, or names and positions
 * @returns the changed data
 * @throws PathError if the schema has nothing there, a list would get a gap, data on the path has another shape, or the
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

/** A position in a path. */
interface At {
  readonly keys: readonly string[];
  readonly depth: number;
}

/** Returns a copy of a list or mapping with one part replaced. */
function put(types: TypeSet, whole: unknown, { keys, depth }: At, part: unknown): unknown {
  const refuse = (why: string): never => {
    const path = joinPath(keys.slice(0, depth + 1));
    throw new PathError(path, `Can't set "${path}": ${why}`);
  };
  const isMissing = whole === undefined || whole === null;
  const shape = isMissing ? types.shape : shapeOf(whole);
  if (!shape)
    return refuse(
      isMissing ? "the schema allows both a list and a mapping above it" : "the value above it has no parts",
    );
  const [expected] = types.shapes;
  if (!types.shapes.includes(shape) && !types.isOpen)
    return refuse(`a ${expected?.name} is expected above it, but the data has a ${shape.name}`);
  return shape.replace(whole, keys[depth] ?? "", part, refuse);
}
