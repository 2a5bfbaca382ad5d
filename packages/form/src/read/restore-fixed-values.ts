import { keepLeftOut } from "@turnform/schema/left-out";
import { isLeftOut } from "../field/left-out.ts";
import { containerOf } from "./container.ts";
import { type CurrentItems, CurrentValues } from "./current-items.ts";
import type { Field } from "../field/field.ts";
import { isMapping, partOf } from "../field/cstruct.ts";
import { ITEM_REFERENCE } from "../field/reserved-names.ts";
import { keepReference, postedReference } from "./item-reference.ts";

/**
 * Replaces posted values of fixed fields, which can't be edited, with the current values.
 *
 * A list item gets the fixed values of the current item with the same reference. A new item gets defaults. The post never supplies a
 * fixed value.
 *
 * @param root The form's root field
 * @param posted Cstruct of the post; it is not changed
 * @param current Returns the cstruct of the data that filled the form; called only if needed
 * @returns the cstruct with the values of fixed fields
 */
export function restoreFixedValues(root: Field, posted: unknown, current: () => unknown): unknown {
  if (!root.holdsFixed) return posted;
  const now = current();
  return new FixedValueRestorer(root, now).restore(root, posted, now, new CurrentValues(root, [now]));
}

class FixedValueRestorer {
  readonly #root: Field;
  readonly #current: unknown;
  /** Items of lists with a group, by the group's name and the items' type. */
  readonly #groups = new Map<string, Map<unknown, CurrentItems>>();

  constructor(root: Field, current: unknown) {
    this.#root = root;
    this.#current = current;
  }

  /**
   * @param now Current value, with the fixed values outside of lists
   * @param values Current values for finding items of lists
   */
  restore(field: Field, posted: unknown, now: unknown, values: CurrentValues): unknown {
    if (field.isFixed) return now;
    if (!field.holdsFixed) return posted;
    const given = isMapping(posted) ? field.inParts(posted) : posted;
    const isMapped = isMapping(given);
    if (!isMapped && !Array.isArray(given)) return posted;
    // A group that the data leaves out gets the fixed values of a new one
    const present = field.leftOutBy === "box" && isLeftOut(field, now) ? field.node.fresh() : now;
    const currentParts = new Map(field.isList ? [] : field.parts(present));
    const restored = new Map<string | number, unknown>(Object.entries(given));
    const fresh = new Map<Field, unknown>();
    for (const [key, part] of field.parts(given)) {
      const name = String(key);
      const postedPart = restored.get(name);
      if (part.isNumbered) {
        if (!fresh.has(part)) fresh.set(part, part.node.fresh());
        restored.set(name, this.#restoreItem(field, part, postedPart, fresh.get(part), values));
        continue;
      }
      // A part that the data lacks, such as one of another case of a union, takes the value of an empty form.
      const current = currentParts.get(key) === part ? partOf(present, key) : part.node.serialize(undefined);
      const value = this.restore(part, postedPart, current, values.inside(key, part));
      if (value === undefined && isMapped) restored.delete(name);
      else restored.set(name, value);
    }
    const cstruct: unknown = isMapped
      ? Object.assign(Object.create(null), Object.fromEntries(restored))
      : [...restored.values()];
    return keepLeftOut(posted, cstruct);
  }

  #restoreItem(list: Field, item: Field, posted: unknown, fresh: unknown, values: CurrentValues): unknown {
    const reference = postedReference(item, posted);
    const { value, inside, isCurrent } = this.#itemsOf(list, item, values).find(reference, fresh);
    const restored = this.restore(item, posted, value, inside);
    if (!isMapping(restored)) return restored;
    const { [ITEM_REFERENCE]: _, ...fields } = restored;
    const cstruct: object = Object.assign(Object.create(null), fields);
    if (isCurrent && reference !== undefined) keepReference(cstruct, reference);
    return keepLeftOut(restored, cstruct);
  }

  #itemsOf(list: Field, item: Field, values: CurrentValues): CurrentItems {
    const container = containerOf(list);
    const canDuplicate = container?.canDuplicate?.(list) ?? false;
    const group = container?.group;
    if (group === undefined) return values.items(item, canDuplicate);
    const byType = this.#groups.get(group) ?? new Map<unknown, CurrentItems>();
    this.#groups.set(group, byType);
    const found =
      byType.get(item.node.type) ??
      new CurrentValues(list, [[...itemsInGroup(this.#root, this.#current, list)]]).items(item, canDuplicate);
    byType.set(item.node.type, found);
    return found;
  }
}

/**
 * Walks the current data.
 *
 * @yields all items of lists in the same group with the same type of items
 */
function* itemsInGroup(field: Field, value: unknown, list: Field): Generator {
  if (!field.holdsFixed || field.isFixed) return;
  const inGroup = field.isList && containerOf(field)?.group === containerOf(list)?.group;
  for (const [, part, partValue] of field.partsOf(value)) {
    if (inGroup && part.node.type === list.children[0]?.node.type) yield partValue;
    yield* itemsInGroup(part, partValue, list);
  }
}
