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
  return new FixedValueRestorer(root, now).keep(root, posted, now, new CurrentValues(root, [now]));
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
   * @param around Current values for finding items of lists
   */
  keep(field: Field, posted: unknown, now: unknown, around: CurrentValues): unknown {
    if (field.isFixed) return now;
    if (!field.holdsFixed) return posted;
    const given = isMapping(posted) ? field.inParts(posted) : posted;
    const isMapped = isMapping(given);
    if (!isMapped && !Array.isArray(given)) return posted;
    const held = new Map(field.isList ? [] : field.parts(now));
    const kept = new Map<string | number, unknown>(Object.entries(given));
    const fresh = new Map<Field, unknown>();
    for (const [key, part] of field.parts(given)) {
      const name = String(key);
      const each = kept.get(name);
      if (part.isNumbered) {
        if (!fresh.has(part)) fresh.set(part, part.node.serialize(undefined));
        kept.set(name, this.#keepItem(field, part, each, fresh.get(part), around));
        continue;
      }
      // A part that the data lacks, such as one of another case of a union, takes the value of an empty form.
      const own = held.get(key) === part ? partOf(now, key) : part.node.serialize(undefined);
      const value = this.keep(part, each, own, around.inside(key, part));
      if (value === undefined && isMapped) kept.delete(name);
      else kept.set(name, value);
    }
    return isMapped ? Object.assign(Object.create(null), Object.fromEntries(kept)) : [...kept.values()];
  }

  #keepItem(list: Field, item: Field, posted: unknown, fresh: unknown, around: CurrentValues): unknown {
    const reference = postedReference(item, posted);
    const { value, around: inside, isCurrent } = this.#itemsOf(list, item, around).find(reference, fresh);
    const kept = this.keep(item, posted, value, inside);
    if (!isMapping(kept)) return kept;
    const { [ITEM_REFERENCE]: _, ...own } = kept;
    const bare: object = Object.assign(Object.create(null), own);
    if (isCurrent && reference !== undefined) keepReference(bare, reference);
    return bare;
  }

  #itemsOf(list: Field, item: Field, around: CurrentValues): CurrentItems {
    const container = containerOf(list);
    const canDuplicate = container?.canDuplicate?.(list) ?? false;
    const group = container?.group;
    if (group === undefined) return around.items(item, canDuplicate);
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
function* itemsInGroup(field: Field, value: unknown, like: Field): Generator {
  if (!field.holdsFixed || field.isFixed) return;
  const inGroup = field.isList && containerOf(field)?.group === containerOf(like)?.group;
  for (const [, part, each] of field.partsOf(value)) {
    if (inGroup && part.node.type === like.children[0]?.node.type) yield each;
    yield* itemsInGroup(part, each, like);
  }
}
