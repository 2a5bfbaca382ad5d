import { keepLeftOut } from "@turnform/schema/left-out";
import type { Field } from "../field/field.ts";
import { containerOf, type Filler } from "./container.ts";
import { partOf } from "../field/cstruct.ts";

/** Limit of the items from one edit. One press of a button must not make a page a thousand times as long. */
const MOST_ITEMS = 100;

/** Fills the lists of a new value with their required items. */
class Filling implements Filler {
  #left = MOST_ITEMS;

  /**
   * Returns a field's cstruct with the required items of its lists.
   *
   * @param cstruct Value of a fresh field, or a part of it; it is not changed
   */
  fill(field: Field, cstruct: unknown): unknown {
    if (field.isFixed) return cstruct;
    return keepLeftOut(cstruct, containerOf(field)?.fill(field, cstruct, this) ?? cstruct);
  }

  /**
   * Makes the missing items of a list, up to the limit of the edit.
   *
   * @param item Field of the items
   * @param count Number of missing items
   */
  items(item: Field, count: number): readonly unknown[] {
    const items: unknown[] = [];
    while (items.length < count && this.#left > 0) {
      this.#left--;
      items.push(this.fill(item, item.node.fresh()));
    }
    return items;
  }
}

/** Fills the parts of a mapping, a tuple, or the chosen case of a union. */
export function fillParts(field: Field, cstruct: unknown, filling: Filler): unknown {
  const parts = field
    .parts(cstruct)
    .map(([key, part]) => [key, filling.fill(part, partOf(cstruct, key))] as const);
  if (Array.isArray(cstruct)) return parts.map(([, part]) => part);
  const present = parts.filter(([, part]) => part !== undefined);
  if (present.length === 0) return cstruct;
  return Object.assign(Object.create(null), cstruct, Object.fromEntries(present));
}

/** Returns the cstruct of a new field as a fresh page shows it, with at most 100 required items. */
export function newValue(field: Field): unknown {
  return filled(field, field.node.fresh());
}

/** Returns a cstruct with the required items of its lists. It makes at most 100. */
export function filled(field: Field, cstruct: unknown): unknown {
  return new Filling().fill(field, cstruct);
}
