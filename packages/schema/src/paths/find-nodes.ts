import type { SchemaNode } from "../node.ts";
import { INSIDE } from "./edge.ts";
import { Pattern, type State } from "./pattern.ts";
import { type Found, pathTo } from "./walk.ts";

/**
 * Finds the nodes of a schema that match a path pattern.
 *
 *     findNodes(schema(Preset).node, "cycles.*.*.angle")   // [{ path: "cycles.*.*.angle", node }]
 *     findNodes(schema(Preset).node, "*.*")                // [{ path: "cycles.*", node }]
 *     findNodes(schema(Preset).node, "cycles.0.1.angle")   // a path into data finds the item's node
 *
 * `*` matches any field, the items of a list and the values of a record. `**` matches any number of levels, including
 * none. A backslash escapes a dot or a star: `v1\\.5`. The options of a union share its path, so several nodes may have the
 * same path. A recursive schema is searched as deep as the pattern goes; `**` enters it once.
 *
 * @param node Start of all paths
 * @param pattern Names joined by dots
 * @returns matching nodes in schema order
 */
export function findNodes(node: SchemaNode, pattern: string): readonly Found[] {
  const wanted = new Pattern(pattern);
  return [...findFrom(node, { path: "", wanted, state: wanted.start, isPlace: true, above: [] })];
}

/**
 * Returns true if {@link findNodes} would find a node. Visits each type once for each part of the pattern, even if many
 * paths lead there.
 */
export function hasNode(node: SchemaNode, pattern: string): boolean {
  const wanted = new Pattern(pattern);
  const seen = new Map<unknown, Set<number>>();
  const todo = wanted.start.map((position) => ({ node, position, isPlace: true }));
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, position, isPlace } = next;
    if (isPlace && wanted.accepts([position])) return true;
    const visited = seen.get(node.type) ?? new Set();
    if (visited.has(position)) continue;
    seen.set(node.type, visited.add(position));
    for (const child of node.children) {
      for (const position of wanted.next([next.position], child.edge))
        todo.push({ node: child, position, isPlace: child.edge !== INSIDE });
    }
  }
  return false;
}

interface Search {
  readonly path: string;
  readonly wanted: Pattern;
  readonly state: State;
  /** True if the node has its own path. A union's option has not. */
  readonly isPlace: boolean;
  /** Types above the node, each with its state on entry. */
  readonly above: readonly (readonly [type: unknown, state: string])[];
}

function* findFrom(node: SchemaNode, search: Search): Generator<Found, void> {
  const { path, wanted, state, isPlace, above } = search;
  if (isPlace && wanted.accepts(state)) yield { path, node };
  const here = [node.type, state.join()] as const;
  if (above.some(([type, state]) => type === here[0] && state === here[1])) return;
  for (const child of node.children) {
    const { edge } = child;
    const next = wanted.next(state, edge);
    if (next.length === 0) continue;
    yield* findFrom(child, {
      path: pathTo(path, edge),
      wanted,
      state: next,
      isPlace: edge !== INSIDE,
      above: [...above, here],
    });
  }
}
