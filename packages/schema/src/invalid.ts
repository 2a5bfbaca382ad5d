import type { Issue } from "./issue.ts";
import type { SchemaNode } from "./node.ts";

/** A tree of validation errors that mirrors the schema. Immutable. */
export class Invalid {
  /** Key in the parent; `""` at the root. */
  readonly key: string | number;
  /** Issues of this node itself, in the order found. */
  readonly issues: readonly Issue[];
  /** Errors below this node, in schema order. */
  readonly children: ReadonlyMap<string | number, Invalid>;
  /** Number of issues dropped because there were too many. Counted at the root. */
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

  get messages(): readonly string[] {
    return this.issues.map((issue) => issue.message);
  }

  /**
   * Returns the node at a path.
   *
   * @param path Names and positions from here
   * @returns undefined if nothing at or below the path is wrong
   */
  at(path: readonly (string | number)[]): Invalid | undefined {
    const [key, ...rest] = path;
    return key === undefined ? this : this.children.get(key)?.at(rest);
  }

  /** Returns every chain of nodes from here to a leaf of the tree. */
  paths(): readonly (readonly Invalid[])[] {
    if (this.children.size === 0) return [[this]];
    return [...this.children.values()].flatMap((child) => child.paths().map((path) => [this, ...path]));
  }

  /**
   * Returns the messages of each path: `{ "cycles.1.0.angle": "Must be 180 or less" }`.
   *
   * @param separator Text between the messages of one path. Default `"; "`
   */
  asDict(separator = "; "): Record<string, string> {
    // Without a prototype, the object is a hash table from the start. Others change their shape with each path, in twice the time.
    const dict: Record<string, string> = Object.create(null);
    const visit = (node: Invalid, parent: string, above: string): void => {
      const path = parent === "" || node.key === "" ? `${parent}${node.key}` : `${parent}.${node.key}`;
      let messages = above;
      for (const { message } of node.issues)
        if (message !== "") messages = messages === "" ? message : `${messages}${separator}${message}`;
      if (node.children.size === 0) dict[path] = messages;
      for (const child of node.children.values()) visit(child, path, messages);
    };
    visit(this, "", "");
    return Object.setPrototypeOf(dict, Object.prototype);
  }

  /** Returns `asDict()`, so that `JSON.stringify` writes the messages. */
  toJSON(): Record<string, string> {
    return this.asDict();
  }

  /** Returns all issues: those of this node first, then the others in schema order. */
  flatten(): readonly Issue[] {
    return [...this.issues, ...[...this.children.values()].flatMap((child) => child.flatten())];
  }
}

/** Writes a path as text: `["cycles", 1, "angle"]` → `cycles.1.angle`. Skips empty names. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.filter((key) => key !== "").join(".");
}

/**
 * Builds an error tree from a list of issues.
 *
 * @param issues In any order; several may share a path
 * @param node Root of the schema, which gives the order of siblings
 * @param omitted Number of dropped issues
 */
export function invalidFrom(issues: readonly Issue[], node: SchemaNode, omitted = 0): Invalid {
  const root = new Draft();
  for (const issue of issues) issue.path.reduce((at: Draft, key) => at.inside(key), root).issues.push(issue);
  return root.finish("", node, omitted);
}

const NO_CHILDREN: Invalid["children"] = new Map();

/** An error node while issues are added. */
class Draft {
  readonly issues: Issue[] = [];
  /** Undefined for a leaf, because most nodes are leaves. */
  #children: Map<string | number, Draft> | undefined;

  inside(key: string | number): Draft {
    const children = (this.#children ??= new Map());
    let child = children.get(key);
    if (!child) children.set(key, (child = new Draft()));
    return child;
  }

  /** @param node Schema node of this part, which gives the order of its children */
  finish(key: string | number, node: SchemaNode | undefined, omitted = 0): Invalid {
    if (!this.#children) return new Invalid(key, this.issues, NO_CHILDREN, omitted);
    const children = new Map<string | number, Invalid>();
    for (const below of inOrder([...this.#children.keys()], node))
      children.set(below, this.inside(below).finish(below, node?.child(below)));
    return new Invalid(key, this.issues, children, omitted);
  }
}

/** Sorts keys in schema order: asynchronous checks report issues in order of completion. */
function inOrder(keys: (string | number)[], node: SchemaNode | undefined): (string | number)[] {
  const rank = (key: string | number): number => node?.positionOf(key) ?? Infinity;
  return keys.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
