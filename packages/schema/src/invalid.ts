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

  constructor(
    key: string | number,
    issues: readonly Issue[],
    children: ReadonlyMap<string | number, Invalid>,
  ) {
    this.key = key;
    this.issues = issues;
    this.children = children;
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
    return Object.fromEntries(
      this.paths().map((path) => [
        formatPath(path.map((node) => node.key)),
        path
          .flatMap((node) => node.messages)
          .filter((message) => message !== "")
          .join(separator),
      ]),
    );
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
 */
export function invalidFrom(issues: readonly Issue[], node: SchemaNode): Invalid {
  const root = branch("");
  for (const issue of issues) {
    let at = root;
    for (const key of issue.path) {
      const child = at.children.get(key) ?? branch(key);
      at.children.set(key, child);
      at = child;
    }
    at.issues.push(issue);
  }
  return freeze(root, node);
}

interface Branch {
  readonly key: string | number;
  readonly issues: Issue[];
  readonly children: Map<string | number, Branch>;
}

function branch(key: string | number): Branch {
  return { key, issues: [], children: new Map() };
}

/** Ends the building of a branch: its children come in schema order, since issues may come in order of completion. */
function freeze({ key, issues, children }: Branch, node: SchemaNode | undefined): Invalid {
  const order = new Map(node?.children.map((child, i) => [child.name, i]));
  const rank = (child: Branch): number =>
    typeof child.key === "number" ? child.key : (order.get(child.key) ?? Infinity);
  const sorted = [...children.values()].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  return new Invalid(
    key,
    issues,
    new Map(sorted.map((child) => [child.key, freeze(child, node?.child(child.key))])),
  );
}
