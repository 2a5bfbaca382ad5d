/** Selector of items. */
export const ITEM = "[data-tf-item]";
/** Selector of sequences. */
export const SEQUENCE = "[data-tf-sequence]";

/**
 * Finds the innermost sequence around an element.
 *
 * @param element An item, or a button of an item or of the sequence
 */
export function sequenceOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>(SEQUENCE);
}

/**
 * Returns the item of an edit button, or the sequence of a button outside of its items.
 *
 * The buttons of an item that is itself a sequence are inside of that sequence, after its heading.
 */
export function holderOf(button: Element): HTMLElement | null {
  const toolbar = button.closest("tf-toolbar");
  return (toolbar ?? button).closest<HTMLElement>(toolbar ? ITEM : `${ITEM},${SEQUENCE}`);
}

/**
 * Finds the element that holds a sequence's items. It is the first list: the lists of nested sequences are inside items.
 *
 * @param sequence A `data-tf-sequence` element
 */
export function listOf(sequence: Element): Element | null {
  return sequence.querySelector("[data-tf-items]");
}

/**
 * Returns the items of a sequence in document order, without the items of nested sequences.
 *
 * @param sequence A `data-tf-sequence` element
 */
export function itemsOf(sequence: Element): HTMLElement[] {
  return [...(listOf(sequence)?.children ?? [])].filter(isItem);
}

export type Direction = "next" | "previous";

/**
 * Finds the item before or after another.
 *
 * @returns null at the end
 */
export function neighbour(item: Element, direction: Direction): HTMLElement | null {
  let other: Element | null = item;
  do other = other[`${direction}ElementSibling`];
  while (other && !isItem(other));
  return other;
}

function isItem(element: Element): element is HTMLElement {
  return element.hasAttribute("data-tf-item");
}

/**
 * Compares the number of items with the limits `data-tf-min` (default 0) and `data-tf-max` (default none).
 *
 * @param sequence A `data-tf-sequence` element
 * @returns `few`: true if no item can be removed; `full`: true if no item can be added
 */
export function limits(
  sequence: HTMLElement,
  count: number = itemsOf(sequence).length,
): { atMin: boolean; atMax: boolean } {
  const { tfMin = 0, tfMax = Infinity } = sequence.dataset;
  return { atMin: count <= Number(tfMin), atMax: count >= Number(tfMax) };
}

/**
 * Returns the edit buttons of an item, without the buttons of nested items.
 *
 * @param ops Values of the buttons; the result has their order
 */
export function editButtons(item: Element, ...ops: string[]): HTMLElement[] {
  return ops.flatMap((op) => document.getElementById(item.id.replace(/item$/, op)) ?? []);
}

/**
 * Returns all controls and buttons of an item or a sequence, disabled and nested ones included, in document order, without the edit
 * buttons of items.
 */
export function controlsOf(holder: Element): Iterable<Element> {
  return holder.querySelectorAll("input,select,textarea,button:not(tf-toolbar *)");
}
