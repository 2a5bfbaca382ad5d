import { elementsIn } from "./elements.ts";
import { itemsOf } from "./sequence.ts";

/** The highest item number of each sequence so far. It keeps the ids of removed items from being used again. */
const lastNumbers = new WeakMap<Element, number>();

/**
 * Returns the highest number in the ids of a sequence's items, including items removed since the first call.
 *
 * @param sequence A `data-tf-sequence` element
 * @param left An item that has just left the sequence
 * @returns -1 if the sequence never had an item
 */
export function lastNumber(sequence: Element, ...left: Element[]): number {
  const start = sequence.id.length + 1;
  const last =
    lastNumbers.get(sequence) ??
    Math.max(
      -1,
      ...[...itemsOf(sequence), ...left].map((item) => Number.parseInt(item.id.slice(start)) || 0),
    );
  lastNumbers.set(sequence, last);
  return last;
}

/**
 * Gives an item an id never used before.
 *
 * @param item An item, in the page or not
 * @param sequence The item's sequence, or its future one
 * @returns The item
 */
export function giveId(item: HTMLElement, sequence: Element): HTMLElement {
  const number = lastNumber(sequence) + 1;
  lastNumbers.set(sequence, number);
  return rename(item, `${sequence.id}-${number}`);
}

/**
 * Changes an item's id. All ids in the item change too, and all names, links and lists made of ids, even in nested templates. A
 * control's `value` is data and is kept. Names of buttons and groups end with the items around the new list, like the name of its
 * button to add an item.
 *
 * @param id The new id, without `:item`
 * @returns The item
 */
export function rename(item: HTMLElement, id: string): HTMLElement {
  const old = item.id.replace(/:item$/, "");
  // Whole segments only: renaming `moves-3` must not change `moves-30`.
  const outer = document.getElementById(id.replace(/-[^-]*$/, ":add"))?.getAttribute("aria-labelledby");
  const pattern = new RegExp(`(^|[\\s#])${old.replace(/\W/g, "\\$&")}(?![^-:\\s])`, "g");
  for (const element of [item, ...elementsIn(item)]) {
    for (const attribute of element.attributes) {
      if (attribute.name === "value" || !attribute.value.includes(old)) continue;
      attribute.value = attribute.value.replace(pattern, (_, before: string) => before + id);
      if (outer && attribute.name.endsWith("labelledby")) {
        const names = attribute.value
          .split(" ")
          .filter((name) => name.startsWith(id) || !name.endsWith(":of"));
        attribute.value = [...names, ...outer.split(" ").slice(1)].join(" ");
      }
    }
  }
  return item;
}
