/** What an item and a sequence are known by. */
export const ITEM = "[data-tf-item]";
/** See {@link ITEM}. */
export const SEQUENCE = "[data-tf-sequence]";

/**
 * Finds the sequence that something is part of.
 *
 * @param element An item, or a button of an item or of the sequence
 * @returns The innermost sequence around it, or null where it stands in none
 */
export function sequenceOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>(SEQUENCE);
}

/**
 * Finds the element that holds a sequence's items.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns Its list: the first one inside, since those of nested sequences stand within its items
 */
export function listOf(sequence: Element): Element | null {
  return sequence.querySelector("[data-tf-items]");
}

/**
 * Lists a sequence's own items.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns The items in document order, without those of nested sequences
 */
export function itemsOf(sequence: Element): HTMLElement[] {
  return [...(listOf(sequence)?.children ?? [])].filter(isItem);
}

/** The two ways to go from an item. */
export type Direction = "next" | "previous";

/**
 * Finds the item beside another.
 *
 * @param item An item
 * @param direction Which way to look
 * @returns The neighbour, or null at the end
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
 * Tells what a sequence's limits, `data-tf-min` (default 0) and `data-tf-max` (default none), leave to do.
 *
 * @param sequence A `data-tf-sequence` element
 * @param count How many items it has
 * @returns Whether it can lose none, and whether it can take none
 */
export function limits(
  sequence: HTMLElement,
  count: number = itemsOf(sequence).length,
): { few: boolean; full: boolean } {
  const { tfMin = 0, tfMax = Infinity } = sequence.dataset;
  return { few: count <= Number(tfMin), full: count >= Number(tfMax) };
}

/**
 * Lists the edit buttons of an item itself, not of what is nested in it.
 *
 * @param item An item
 * @param ops Which buttons, by their values
 * @returns The buttons in this order
 */
export function editButtons(item: Element, ...ops: string[]): HTMLElement[] {
  return ops.flatMap((op) => document.getElementById(item.id.replace(/item$/, op)) ?? []);
}

/**
 * Lists what can take the focus in an item or a sequence, nested ones included.
 *
 * @param holder An item or a sequence
 * @returns Controls and buttons in document order, also those that are disabled
 */
export function controlsOf(holder: Element): Iterable<Element> {
  return holder.querySelectorAll("input,select,textarea,button");
}
