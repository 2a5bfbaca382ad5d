import type { SchemaNode } from "../node.ts";
import { type Edge, INSIDE } from "./edge.ts";
import { cutPath, joinPath } from "./path.ts";

/** A node with its path. */
export interface Found {
  /** A path for `findNodes` and `changeAt`: names from the root, `*` for items of a list or values of a record. */
  readonly path: string;
  readonly node: SchemaNode;
}

/**
 * Visits all nodes of a schema, parents before children, in schema order.
 *
 *     for (const { path, node } of walk(schema(Preset).node)) console.log(path, node.title)
 *     // "", "name", "cycles", "cycles.*", "cycles.*.*", "cycles.*.*.angle", …
 *
 * A union's options have the union's own path. A recursive type is visited once more where it recurs, but its parts are
 * not.
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

/** Appends an edge to a path. */
export function pathTo(path: string, edge: Edge): string {
  if (edge === INSIDE) return path;
  return [...cutPath(path), typeof edge === "string" ? joinPath([edge]) : "*"].join(".");
}
