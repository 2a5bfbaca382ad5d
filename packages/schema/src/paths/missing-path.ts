import { nearest } from "../nearest.ts";
import type { SchemaNode } from "../node.ts";
import { hasNode } from "./find-nodes.ts";
import { checkLength, cutPath, isPosition, joinPath, splitPath, unescape } from "./path.ts";

/** Limit of the names listed in an explanation. */
const MOST_NAMES = 10;

/**
 * Checks that a schema has something at a path into data. If not, returns a sentence with the nearest path, or with the fields there are.
 *
 *     missingPath(schema(Preset).node, "cycles.3.angel")   // `Did you mean "cycles.3.angle"?`
 *
 * Only the schema counts: a list has all positions, a record all keys, and a union the fields of all its options.
 *
 * @param path Text written by `joinPath`; `""` is the root
 * @param item `*` if the path is a pattern
 * @returns undefined if the schema has the path
 * @throws PathError if the path has more than 100 names and positions
 */
export function missingPath(node: SchemaNode, path: string, item: "0" | "*" = "0"): string | undefined {
  const isPattern = item === "*";
  if (isPattern && hasNode(node, path)) return undefined;
  const keys = isPattern
    ? cutPath(path).map((part) => (part === "*" ? "0" : unescape(part)))
    : splitPath(path);
  checkLength(keys, path);
  const end = lastOf([node], keys);
  const write = (keys: readonly string[]): string =>
    isPattern ? keys.map((key) => (key === "0" ? "*" : joinPath([key]))).join(".") : joinPath(keys);
  if (end) return hintFor(end, keys, write);
  return isPattern ? "No field below has these names." : undefined;
}

/** The last nodes on a path, without a node at its next key. */
interface End {
  readonly nodes: readonly SchemaNode[];
  readonly depth: number;
}

/** Follows a path. Returns undefined if it leads to a node. */
function lastOf(start: readonly SchemaNode[], keys: readonly string[]): End | undefined {
  let nodes = start;
  for (const [depth, key] of keys.entries()) {
    if (nodes.some(({ isLoose }) => isLoose)) return undefined;
    const inner = nodes.flatMap((node) => partsAt(node, key));
    if (inner.length === 0) return { nodes, depth };
    // One node of each type is enough. The options of a recursive union would multiply.
    nodes = [...new Map(inner.map((node) => [node.type, node])).values()];
  }
  return undefined;
}

/** Returns the nodes at the next key of a path. A union has those of all its options. */
function partsAt(node: SchemaNode, key: string): readonly SchemaNode[] {
  if (node.containment.name === "union") return node.children.flatMap((option) => partsAt(option, key));
  const { entry } = node;
  // A record or map has a value at each key, and a pair at each position.
  if (entry) return [...entry.children.slice(1), ...(isPosition(key) ? [entry] : [])];
  const part = node.child(key);
  return part ? [part] : [];
}

function hintFor(
  { nodes, depth }: End,
  keys: readonly string[],
  write: (keys: readonly string[]) => string,
): string {
  const above = keys.slice(0, depth);
  const rest = keys.slice(depth);
  const names = [...new Set(nodes.flatMap(namesIn))];
  const isList = names.length === 0 && nodes.some((node) => partsAt(node, "0").length > 0);
  // At a list the position is missing, as in `cycles.angle`, or replaced, as in `cycles.x.angle`.
  const inItem = isList ? nodes.flatMap((node) => partsAt(node, "0")).flatMap(namesIn) : [];
  const corrected = correct(rest, inItem).map((other) => ["0", ...other]);
  const others = isList
    ? [["0", ...rest], ...corrected, ["0", ...rest.slice(1)], ["0"]]
    : correct(rest, names);
  const fitting = others.find((other) => lastOf(nodes, other) === undefined);
  if (fitting) return `Did you mean "${write([...above, ...fitting])}"?`;
  const place = depth === 0 ? "The form" : `"${write(above)}"`;
  if (names.length === 0) return `${place} has no fields inside.`;
  const listed = names.slice(0, MOST_NAMES).map((name) => `"${write([name])}"`);
  return `${place} has ${listed.join(", ")}${names.length > MOST_NAMES ? ", …" : ""}.`;
}

/** Returns a path with its first name corrected, and the corrected name alone. */
function correct([wrong = "", ...rest]: readonly string[], names: readonly string[]): readonly string[][] {
  const near = nearest(wrong, names);
  return near === undefined ? [] : [[near, ...rest], [near]];
}

/** Returns the names of the fields in a node, and the positions of a tuple. */
function namesIn(node: SchemaNode): readonly string[] {
  if (node.containment.name === "union") return node.children.flatMap(namesIn);
  return node.children.map(({ name }) => name).filter((name) => node.child(name) !== undefined);
}
