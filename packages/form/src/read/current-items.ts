import type { Field } from "../field/field.ts";
import { haveEqualFixedValues, referenceOf } from "./item-reference.ts";
import { partOf } from "../field/cstruct.ts";

/** The current item of a posted one. */
export interface CurrentItem {
  /** Its cstruct. Only its fixed values outside of lists are used. */
  readonly value: unknown;
  /** The data for finding items of its lists. */
  readonly inside: CurrentValues;
}

/**
 * The current values of a field: one, or several if items can't be told apart.
 *
 * Repeated calls return the same object, so that each item of the data is found once.
 */
export class CurrentValues {
  readonly #field: Field;
  readonly #values: readonly unknown[];
  readonly #inside = new Map<string | number, CurrentValues>();
  readonly #items = new Map<Field, CurrentItems>();

  constructor(field: Field, values: readonly unknown[]) {
    this.#field = field;
    this.#values = values.map((value) => field.inParts(value));
  }

  /** Returns the values of a part, or none if the data lacks it. */
  inside(key: string | number, part: Field): CurrentValues {
    const found = this.#inside.get(key) ?? new CurrentValues(part, [...this.#partsAt(key, part)]);
    this.#inside.set(key, found);
    return found;
  }

  /** Returns the items of lists. */
  items(item: Field, canDuplicate: boolean): CurrentItems {
    const found = this.#items.get(item) ?? new CurrentItems(item, [...this.#itemsOf(item)], canDuplicate);
    this.#items.set(item, found);
    return found;
  }

  *#partsAt(key: string | number, part: Field): Generator {
    for (const value of this.#values)
      if (this.#field.parts(value).some(([otherKey, other]) => otherKey === key && other === part))
        yield partOf(value, key);
  }

  *#itemsOf(item: Field): Generator {
    for (const value of this.#values)
      for (const [key, part] of this.#field.parts(value)) if (part === item) yield partOf(value, key);
  }
}

/** The items of the current data that posted items may match. */
export class CurrentItems {
  readonly #canDuplicate: boolean;
  readonly #item: Field;
  readonly #matches = new Map<string, { readonly found: CurrentItem; left: number }>();
  /** Data for items whose only fixed values are in their lists. */
  readonly #any: CurrentValues;

  /**
   * @param item Field of the items
   * @param canDuplicate True if a person may duplicate items. Otherwise each item is found once
   */
  constructor(item: Field, values: readonly unknown[], canDuplicate: boolean) {
    this.#item = item;
    this.#canDuplicate = canDuplicate;
    const byReference = new Map<string, unknown[]>();
    for (const value of values) {
      const reference = referenceOf(item, value);
      if (reference === undefined) continue;
      const alike = byReference.get(reference);
      if (alike) alike.push(value);
      else byReference.set(reference, [value]);
    }
    for (const [reference, alike] of byReference) {
      // Lists may be searched together, and their ids or keys may then be ambiguous. No item is found for these.
      if (alike.length > 1 && !haveEqualFixedValues(item, alike)) continue;
      this.#matches.set(reference, {
        found: { value: alike[0], inside: new CurrentValues(item, alike) },
        left: alike.length,
      });
    }
    this.#any = new CurrentValues(item, byReference.size > 0 ? [] : values);
  }

  /**
   * Finds the current item of a posted one. A duplicate has the values of its original, and a new `id`.
   *
   * @param reference Posted reference of the item
   * @param fresh Cstruct of a new item
   * @returns a new item if the data has no such item
   */
  find(reference: string | undefined, fresh: unknown): CurrentItem & { readonly isCurrent: boolean } {
    const match = reference === undefined ? undefined : this.#matches.get(reference);
    const isFirst = match !== undefined && match.left-- > 0;
    if (!match || !(isFirst || this.#canDuplicate))
      return { value: fresh, inside: this.#any, isCurrent: false };
    if (isFirst || !this.#item.child("id", match.found.value)) return { ...match.found, isCurrent: true };
    const id = partOf(fresh, "id");
    const value: unknown = Object.assign(Object.create(null), match.found.value, { id });
    return { value, inside: match.found.inside, isCurrent: true };
  }
}
