import { keepLeftOut } from "@turnform/schema/left-out";
import type { Field } from "../field/field.ts";
import { ITEM_REFERENCE } from "../field/reserved-names.ts";
import { isMapping, pairsOf, partOf } from "../field/cstruct.ts";

/** Key for the posted reference of an item in its cstruct. It survives edits, for the next page. */
const REFERENCE = Symbol("reference");

/**
 * Returns the text for finding an item's fixed values in the current data.
 *
 * The text is the item's `id`, the key of a record's entry, or else all fixed values of the item outside of its lists. Records
 * inside the item count too, because their keys may equal those of another item. Items with equal references have equal fixed
 * values, so mixing them up does no harm.
 *
 * @param item Field of a list's items
 * @param value Cstruct of an item
 * @returns undefined if the item has no fixed value outside of its lists, or its `id` is empty
 */
export function referenceOf(item: Field, value: unknown): string | undefined {
  if (!item.holdsFixed) return undefined;
  const [first] = item.children;
  if (first && isEntry(item)) {
    const key = partOf(value, 0);
    return first.isFixed ? comparableText(key) : typeof key === "string" ? key : undefined;
  }
  if (item.node.kind === "tuple") return tupleReference(item, (key) => comparableText(partOf(value, key)));
  if (idOf(item, value)) return idReference(value);
  const fixedValues: unknown[] = [];
  collectFixed(item, value, fixedValues, true);
  return fixedValues.length > 0 ? comparableText(fixedValues) : undefined;
}

/** Returns true if the fixed values of items are equal, except those in lists inside them. */
export function haveEqualFixedValues(item: Field, values: readonly unknown[]): boolean {
  const texts = values.map((value) => {
    const fixedValues: unknown[] = [];
    collectFixed(item, value, fixedValues);
    return comparableText(fixedValues);
  });
  return new Set(texts).size <= 1;
}

/**
 * Returns the reference of a posted item.
 *
 * @param item Field of a list's items
 * @param posted Cstruct of the item
 */
export function postedReference(item: Field, posted: unknown): string | undefined {
  const [first] = item.children;
  const textAt = (key: string | number): string | undefined => {
    const text = partOf(posted, key);
    return typeof text === "string" ? text : undefined;
  };
  if (first && isEntry(item)) return textAt(0);
  if (item.node.kind === "tuple") return tupleReference(item, textAt);
  return idOf(item, posted)?.isFixed === false ? idReference(posted) : textAt(ITEM_REFERENCE);
}

/** Returns the reference to post for an item, or undefined if the item's own fields contain it. */
export function referenceToPost(item: Field, value: unknown): string | undefined {
  if (!isMapping(value) || !item.holdsFixed || idOf(item, value)?.isFixed === false) return undefined;
  const stored: unknown = Reflect.get(value, REFERENCE);
  return typeof stored === "string" ? stored : referenceOf(item, value);
}

/** Adds references to the items of a value, for a page that posts the value as a whole. */
export function withReferences(field: Field, value: unknown): unknown {
  if (field.isFixed || !field.holdsFixed) return value;
  const isItem = field.isNumbered;
  const parts = field.parts(value);
  const inside = (key: string | number, part: Field): unknown =>
    part.isFixed && isItem ? comparableText(partOf(value, key)) : withReferences(part, partOf(value, key));
  if (Array.isArray(value))
    return keepLeftOut(
      value,
      parts.map(([key, part]) => inside(key, part)),
    );
  if (!isMapping(value)) return value;
  const reference = isItem ? referenceToPost(field, value) : undefined;
  const entries = parts.map(([key, part]) => [key, withReferences(part, partOf(value, key))] as const);
  const ofItem = reference === undefined ? {} : { [ITEM_REFERENCE]: reference };
  const copy: unknown = Object.assign(Object.create(null), value, Object.fromEntries(entries), ofItem);
  return keepLeftOut(value, copy);
}

/** Returns the posted text of a fixed part of a tuple. The text is only compared, never read as the value. */
export function comparableText(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part instanceof File ? [part.name, part.size, part.type, Reflect.get(part, "id")] : part,
  );
}

/** Stores the reference of an item in its cstruct, invisible to the schema. */
export function keepReference(cstruct: object, reference: string): void {
  Reflect.set(cstruct, REFERENCE, reference);
}

/**
 * Checks that the items of a list can be told apart.
 *
 * @throws TypeError if a fixed field is hidden or secret and the item has no `id`, or if a tuple has a fixed field deeper than its
 *   own positions
 */
export function checkReference(item: Field): void {
  const { name, kind } = item.node;
  const isTuple = kind === "tuple" && !isEntry(item);
  for (const [depth, field, hasId] of fixedFields(item)) {
    const { options = {}, secret } = field.widget;
    if (isTuple && depth > 1)
      throw new TypeError(
        `Field "${field.node.name}" can't be edited and is nested too deep in the tuple "${name}". Use an object for the list's items`,
      );
    if (!isEntry(item) && !hasId && (options.hidden === true || secret === true))
      throw new TypeError(
        `Field "${field.node.name}" in the items "${name}" can't be edited and is not shown, so items can't be told apart: ` +
          `give them a field "id" that is readonly or hidden`,
      );
  }
}

/** Returns true for a record's entry, a tuple of a key and its value. */
function isEntry({ children, node }: Field): boolean {
  return node.kind === "tuple" && children[0]?.node.name === "key";
}

/** Returns the `id` field of an item if it is fixed or hidden. */
function idOf(item: Field, value: unknown): Field | undefined {
  const id = item.child("id", value);
  return id && id.children.length === 0 && (id.isFixed || id.widget.options?.hidden === true)
    ? id
    : undefined;
}

function idReference(value: unknown): string | undefined {
  const id = partOf(value, "id");
  return typeof id === "string" && id !== "" ? `id:${id}` : undefined;
}

function tupleReference(
  item: Field,
  textAt: (key: string | number) => string | undefined,
): string | undefined {
  const texts = item.parts().flatMap(([key, part]) => (part.isFixed ? [textAt(key)] : []));
  return texts.length > 0 && !texts.includes(undefined) ? comparableText(texts) : undefined;
}

/** @param withRecords True to include the entries of records, each with its key */
function collectFixed(field: Field, value: unknown, found: unknown[], withRecords = false): void {
  if (field.isFixed) found.push(value);
  else if (!field.holdsFixed) return;
  else if (!field.isList) {
    const { discriminator } = field.node;
    if (discriminator !== undefined) found.push(partOf(value, discriminator));
    for (const [key, part] of field.parts(value))
      if (!part.isNumbered) collectFixed(part, partOf(value, key), found, withRecords);
  } else if (withRecords && field.node.entry) {
    const pairs = pairsOf(value);
    for (const [key, part] of field.parts(pairs)) {
      const pair = partOf(pairs, key);
      found.push(partOf(pair, 0));
      collectFixed(part, pair, found, true);
    }
  }
}

/**
 * Walks an item, except its lists.
 *
 * @yields each outermost fixed field, its depth, and true if the item around it has an `id`
 */
function* fixedFields(
  field: Field,
  depth = 0,
  hasId = idOf(field, undefined) !== undefined,
  seen: ReadonlySet<unknown> = new Set(),
): Generator<readonly [depth: number, field: Field, hasId: boolean]> {
  if (field.isFixed) yield [depth, field, hasId];
  else if (!field.isList && !seen.has(field.node.type)) {
    const isUnion = field.node.discriminator !== undefined;
    for (const child of field.children) {
      if (child.isNumbered) continue;
      const childHasId = depth === 0 && isUnion ? idOf(child, undefined) !== undefined : hasId;
      yield* fixedFields(child, isUnion ? depth : depth + 1, childHasId, new Set([...seen, field.node.type]));
    }
  }
}
