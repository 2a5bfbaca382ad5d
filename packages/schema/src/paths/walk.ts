import type { SchemaNode } from "../node.ts";
import { ANY_NAME, ANY_POSITION, type Edge, INSIDE } from "./edge.ts";
import { cutPath, joinPath } from "./path.ts";
import { insidesOf, known } from "../zod/type-parts.ts";

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
  for (const { edge, node: child } of stepsFrom(node)) {
    yield* walkFrom(child, pathTo(path, edge), [...above, node.type]);
  }
}

/** The children of a node, each with the edge that leads to it. */
export function stepsFrom(node: SchemaNode): readonly { readonly edge: Edge; readonly node: SchemaNode }[] {
  const shape = shapeOf(node.type);
  return node.children.map((child) => {
    if (shape === "array" || shape === "set" || shape === "map" || (shape === "tuple" && child.name === "*"))
      return { edge: ANY_POSITION, node: child };
    if (shape === "record") return { edge: ANY_NAME, node: child };
    return { edge: shape === "union" ? INSIDE : child.name, node: child };
  });
}

/** The path at the end of an edge. */
export function pathTo(path: string, edge: Edge): string {
  if (edge === INSIDE) return path;
  return [...cutPath(path), typeof edge === "string" ? joinPath([edge]) : "*"].join(".");
}

/** zod's name of what stands inside a type's wrappers. */
function shapeOf(type: Parameters<typeof known>[0]): string {
  const { def } = known(type)._zod;
  const [inside] = def.type === "union" ? [] : insidesOf(type);
  return inside ? shapeOf(inside) : def.type;
}
