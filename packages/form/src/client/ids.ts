import { elementsIn } from "./elements.ts";
import { itemsOf } from "./sequence.ts";

/** The highest number given to an item of each sequence so far, so that a removed item's ids never come back. */
const lastNumbers = new WeakMap<Element, number>();

/**
 * Finds the highest number that an item of a sequence has or had since this was first asked.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns The number in the item's id; -1 where there was no item
 */
export function lastNumber(sequence: Element): number {
  const start = sequence.id.length + 1;
  const last =
    lastNumbers.get(sequence) ??
    Math.max(-1, ...itemsOf(sequence).map((item) => Number.parseInt(item.id.slice(start)) || 0));
  lastNumbers.set(sequence, last);
  return last;
}

/**
 * Gives an item an id that no other has or had, and the ids within follow: each id, or list or name or link made of
 * ids, in nested templates as well. A control's `value` is data and stays.
 *
 * @param item An item, in the page or not
 * @param sequence The sequence that it is or will be part of
 * @returns The item
 */
export function giveId(item: HTMLElement, sequence: Element): HTMLElement {
  const number = lastNumber(sequence) + 1;
  lastNumbers.set(sequence, number);
  const old = item.id.replace(/:item$/, "");
  // Whole segments only: what begins with `moves-3` is not to touch `moves-30`.
  const pattern = new RegExp(`(^|[\\s#])${old.replace(/\W/g, "\\$&")}(?![^-:\\s])`, "g");
  for (const element of [item, ...elementsIn(item)]) {
    for (const attribute of element.attributes) {
      if (attribute.name === "value" || !attribute.value.includes(old)) continue;
      attribute.value = attribute.value.replace(
        pattern,
        (_, before: string) => `${before}${sequence.id}-${number}`,
      );
    }
  }
  return item;
}
