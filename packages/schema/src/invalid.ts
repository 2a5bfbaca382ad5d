import type { Issue } from "./issue.ts";
import type { SchemaNode } from "./node.ts";

/**
 * What is wrong with data, as a tree that mirrors the schema. Immutable.
 */
export class Invalid {
  /** Key in the parent; `""` at the root. */
  readonly key: string | number;
  /** What is wrong with this very node, in the order found. */
  readonly issues: readonly Issue[];
  /** What is wrong below, in schema order. */
  readonly children: ReadonlyMap<string | number, Invalid>;
  /** How many issues were found and not kept, since there are too many; of the root. */
  readonly omitted: number;

  constructor(
    key: string | number,
    issues: readonly Issue[],
    children: ReadonlyMap<string | number, Invalid>,
    omitted = 0,
  ) {
    this.key = key;
    this.issues = issues;
    this.children = children;
    this.omitted = omitted;
  }

  /** Texts of this node's own issues. */
  get messages(): readonly string[] {
    return this.issues.map((issue) => issue.message);
  }

  /**
   * The node at a path.
   *
   * @param path Names and positions from here
   * @returns undefined where nothing is wrong at or below the path
   */
  at(path: readonly (string | number)[]): Invalid | undefined {
    const [key, ...rest] = path;
    return key === undefined ? this : this.children.get(key)?.at(rest);
  }

  /** Every chain of nodes from the root to a leaf of the tree. */
  paths(): readonly (readonly Invalid[])[] {
    if (this.children.size === 0) return [[this]];
    return [...this.children.values()].flatMap((child) => child.paths().map((path) => [this, ...path]));
  }

  /**
   * The messages of each path, joined: `{ "cycles.1.0.angle": "270 is greater than maximum value 180" }`.
   *
   * @param separator Between several messages met on one path, default `"; "`
   */
  asDict(separator = "; "): Record<string, string> {
    const entries: [path: string, messages: string][] = [];
    const visit = (node: Invalid, around: string, above: readonly string[]): void => {
      const path = around === "" || node.key === "" ? `${around}${node.key}` : `${around}.${node.key}`;
      const own = node.messages.filter((message) => message !== "");
      const messages = own.length === 0 ? above : [...above, ...own];
      if (node.children.size === 0) entries.push([path, messages.join(separator)]);
      for (const child of node.children.values()) visit(child, path, messages);
    };
    visit(this, "", []);
    return Object.fromEntries(entries);
  }

  /** Returns `asDict()`, so that `JSON.stringify` writes the messages. */
  toJSON(): Record<string, string> {
    return this.asDict();
  }

  /** All issues, the root's first, then in schema order. */
  flatten(): readonly Issue[] {
    return [...this.issues, ...[...this.children.values()].flatMap((child) => child.flatten())];
  }
}

/** A path as text: `["cycles", 1, "angle"]` → `cycles.1.angle`; empty names add nothing. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.filter((key) => key !== "").join(".");
}

/**
 * Builds the tree of some issues.
 *
 * @param issues In any order; several may stand at one path
 * @param node The schema's root, for the order of siblings
 * @param omitted How many more there are
 */
export function invalidFrom(issues: readonly Issue[], node: SchemaNode, omitted = 0): Invalid {
  const root = new Draft();
  for (const issue of issues) issue.path.reduce((at: Draft, key) => at.inside(key), root).issues.push(issue);
  return root.finish("", node, omitted);
}

const NO_CHILDREN: Invalid["children"] = new Map();

/** What is wrong with a part of the data, while issues are added. */
class Draft {
  readonly issues: Issue[] = [];
  readonly #children = new Map<string | number, Draft>();

  inside(key: string | number): Draft {
    let known = this.#children.get(key);
    if (!known) this.#children.set(key, (known = new Draft()));
    return known;
  }

  /**
   * @param key Of this part
   * @param node What the schema has here, for the order of what is below
   */
  finish(key: string | number, node: SchemaNode | undefined, omitted = 0): Invalid {
    if (this.#children.size === 0) return new Invalid(key, this.issues, NO_CHILDREN, omitted);
    const children = new Map<string | number, Invalid>();
    for (const below of inOrder([...this.#children.keys()], node))
      children.set(below, this.inside(below).finish(below, node?.child(below)));
    return new Invalid(key, this.issues, children, omitted);
  }
}

/** Sorts keys as the schema has them, since issues may come in order of completion. */
function inOrder(keys: (string | number)[], node: SchemaNode | undefined): (string | number)[] {
  const rank = (key: string | number): number => node?.positionOf(key) ?? Infinity;
  return keys.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
