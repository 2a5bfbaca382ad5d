import type { SchemaNode } from "../node.ts";
import { type Edge, INSIDE } from "./edge.ts";
import { cutPath, joinPath } from "./path.ts";

/** A node, and where it stands. */
export interface Found {
  /** Names from the root, `*` for the items of a list or the values of a record: what `findNodes` and `changeAt` take. */
  readonly path: string;
  readonly node: SchemaNode;
}

/**
 * Goes through a schema, parents before children, in the order of the fields.
 *
 *     for (const { path, node } of walk(schema(Preset).node)) console.log(path, node.title)
 *     // "", "name", "cycles", "cycles.*", "cycles.*.*", "cycles.*.*.angle", …
 *
 * A union's options come at the union's own path. A type inside itself is given once more where it recurs, and not
 * entered again.
 *
 * @returns every node below the given one, and itself
 */
export function walk(node: SchemaNode): Generator<Found, void> {
  return walkFrom(node, "", []);
}

function* walkFrom(node: SchemaNode, path: string, above: readonly unknown[]): Generator<Found, void> {
  yield { path, node };
  if (above.includes(node.type)) return;
  for (const child of node.children) {
    yield* walkFrom(child, pathTo(path, child.edge), [...above, node.type]);
  }
}

/** The path at the end of an edge. */
export function pathTo(path: string, edge: Edge): string {
  if (edge === INSIDE) return path;
  return [...cutPath(path), typeof edge === "string" ? joinPath([edge]) : "*"].join(".");
}
