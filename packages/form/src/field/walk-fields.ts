import type { SchemaNode } from "@turnform/schema";
import type { Holder } from "./cases.ts";
import { childId } from "./ids.ts";

/** The properties of a field for a walk, with children of the type `F`. */
interface Branch<F> {
  readonly node: SchemaNode;
  /** Distinguishes fields of the same type with different widgets. */
  readonly variant: string;
  readonly children: readonly F[];
}

const PLACELESS: ReadonlySet<string> = new Set(["union", "record", "map"]);

/** Limit of differently drawn fields of one type in a form. */
const MOST_VARIANTS = 10_000;

/**
 * Walks a field and all inner fields, each type once, so that a recursive schema ends.
 *
 * @yields each field with a new type or new widgets; outer ones first
 * @throws TypeError if widgets for paths distinguish more than 10,000 fields of one type
 */
export function* walkFields<F extends Branch<F>>(root: F): Generator<F> {
  const seen = new Map<unknown, Set<string>>();
  const todo = [root];
  for (let field = todo.pop(); field; field = todo.pop()) {
    const { node, variant } = field;
    const variants = seen.get(node.type) ?? new Set();
    if (variants.has(variant)) continue;
    if (variants.size === MOST_VARIANTS)
      throw new TypeError(
        `The widgets given for paths tell over ${MOST_VARIANTS} fields "${node.name}" apart, since the schema holds itself: use fewer stars`,
      );
    seen.set(node.type, variants.add(variant));
    yield field;
    todo.push(...field.children.toReversed());
  }
}

/** Returns the path of a field as patterns write it, for an error. */
export function pathOf<F extends Branch<F>>(root: F, wanted: F): string {
  const outer = new Map<F, F>();
  for (const field of walkFields(root)) {
    if (field === wanted) break;
    for (const child of field.children) outer.set(child, field);
  }
  const names: string[] = [];
  for (let field = wanted, parent = outer.get(field); parent; field = parent, parent = outer.get(field)) {
    const { edge } = field.node;
    // The option of a union and the pair of a record have the place of the field around them.
    if (PLACELESS.has(parent.node.containment.name)) continue;
    names.push(typeof edge === "string" ? edge.replaceAll(/[\\.*]/g, "\\$&") : "*");
  }
  return names.toReversed().join(".");
}

/**
 * Walks the fields with a single place on a page. Items of sequences have several.
 *
 * @yields each field in the mappings from this one, with its id
 * @throws TypeError if a mapping contains itself without a list in between, because its page has no end
 */
export function* walkPage<F extends Holder<F>>(
  field: F,
  id: string,
  above: readonly unknown[] = [],
): Generator<readonly [field: F, id: string]> {
  const { name, type } = field.node;
  if (above.includes(type))
    throw new TypeError(`Field "${name}" stands inside itself, with no end: put a list or a union between`);
  yield [field, id];
  for (const [key, part] of field.parts()) yield* walkPage(part, childId(id, key), [...above, type]);
}
