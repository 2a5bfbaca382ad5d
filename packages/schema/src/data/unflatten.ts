import { PathError } from "../paths/path-error.ts";
import { checkLength, joinPath, splitPath } from "../paths/path.ts";
import { type Root, type TypeSet, typeSetOf } from "./type-set.ts";

/**
 * Builds nested data from paths and values. It is the inverse of `flatten`.
 *
 *     unflatten(Preset, { name: "sweep", "cycles.0.0.angle": 90, "cycles.1": [] })
 *     // { name: "sweep", cycles: [[{ angle: 90 }], []] }
 *
 * Paths may come in any order. Items are numbered from 0 without gaps: `{ "cycles.1000000": … }` is an error instead of a
 * list with a million holes. Unknown names are kept as values, but can't have parts.
 *
 * @param root The data's schema
 * @param flat Values by path. Without any, the result is an empty list or mapping
 * @returns the data, in plain arrays and objects
 * @throws PathError for a path that the schema doesn't have or of more than 100 keys, for a value given both whole and by
 *   parts, and for a gap in a list
 */
export function unflatten(root: Root, flat: Readonly<Record<string, unknown>>): unknown {
  const top: Branch = { types: typeSetOf(root), key: "", above: undefined };
  const branches = [top];
  for (const [text, value] of Object.entries(flat)) {
    let at = top;
    const keys = splitPath(text);
    checkLength(keys);
    for (const key of keys) at = step(at, key, branches);
    if (at.parts || at.isGiven) throw givenTwice(at);
    at.isGiven = true;
    at.value = value;
  }
  // Branches are stored before their parts, so the reverse order finds all parts ready.
  for (const branch of branches.toReversed()) {
    if (!branch.isGiven) branch.value = assemble(branch);
  }
  return top.value;
}

interface Branch {
  readonly types: TypeSet | undefined;
  readonly key: string;
  readonly above: Branch | undefined;
  /** True if a path ends here and gave the value. Otherwise the value is built from the parts. */
  isGiven?: boolean;
  value?: unknown;
  parts?: Map<string, Branch>;
}

function step(at: Branch, key: string, branches: Branch[]): Branch {
  const existing = at.parts?.get(key);
  if (existing) return existing;
  if (at.isGiven) throw givenTwice(at);
  const part: Branch = { types: at.types?.child(key), key, above: at };
  if (!at.types?.shape) {
    const path = pathOf(part);
    throw new PathError(path, `No "${path}": the schema has no parts of "${pathOf(at)}"`);
  }
  at.parts ??= new Map();
  at.parts.set(key, part);
  branches.push(part);
  return part;
}

function assemble(branch: Branch): unknown {
  const { types, parts = new Map<string, Branch>() } = branch;
  return types?.shape?.join(parts, (key) => {
    const path = pathOf({ types, key, above: branch });
    throw new PathError(
      path,
      `No "${path}" among ${parts.size} items: they are numbered from 0 without gaps`,
    );
  });
}

function givenTwice(branch: Branch): PathError {
  const path = pathOf(branch);
  return new PathError(path, `"${path}" is given twice, or both whole and by parts`);
}

function pathOf(branch: Branch): string {
  const keys: string[] = [];
  for (let at = branch; at.above; at = at.above) keys.push(at.key);
  return joinPath(keys.toReversed());
}
