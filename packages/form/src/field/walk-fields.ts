import type { SchemaNode } from "@turnform/schema";
import type { Holder } from "./cases.ts";
import { childId } from "./ids.ts";

/** A field as far as a walk over fields goes, whose children are fields of the same sort `F`. */
interface Branch<F> {
  readonly node: SchemaNode;
  /** Tells it from other fields of the same type. */
  readonly variant: string;
  readonly children: readonly F[];
}

/** Most ways in which fields of one type are drawn in a form. */
const MOST_VARIANTS = 10_000;

/**
 * Walks a field and all inside it, a type at a time: a schema inside itself ends where it begins again.
 *
 * @yields each field that has not come before, by its type and the widgets given for it; outer ones first
 * @throws TypeError where widgets given for paths tell more than 10,000 fields of one type apart
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

/**
 * Walks the fields that stand once on a page: what is in a sequence does not.
 *
 * @yields each field inside the mappings from this one on, with its id
 * @throws TypeError where a mapping stands inside itself with no list between, for its page has no end
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
