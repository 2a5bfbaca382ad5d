/** An edit that a button in a sequence can ask for: the values of the `__edit__` buttons. */
export type EditOp = "add" | "remove" | "up" | "down";

const ITEM = "[data-tf-item]";
const SEQUENCE = "[data-tf-sequence]";

/**
 * Finds the sequence that an edit button acts on.
 *
 * @param button An `__edit__` button at any depth
 * @returns The innermost sequence around it, or null where it stands in none
 */
export function sequenceOf(button: Element): HTMLElement | null {
  return button.closest<HTMLElement>(SEQUENCE);
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
  return [...(listOf(sequence)?.querySelectorAll<HTMLElement>(`:scope > ${ITEM}`) ?? [])];
}

/**
 * Lists the edit buttons that belong to an item or a sequence itself, not to what is nested in it.
 *
 * @param holder An item, a sequence, or nothing
 * @param op Which buttons
 * @returns The buttons in document order; none without a holder
 */
export function editButtons(holder: Element | undefined, op: EditOp): HTMLButtonElement[] {
  const buttons = holder?.querySelectorAll<HTMLButtonElement>(`button[name=__edit__][value=${op}]`) ?? [];
  return [...buttons].filter((button) => button.closest(`${ITEM},${SEQUENCE}`) === holder);
}

/**
 * Brings a sequence's numbers and buttons up to date with its items: counts them from 1, and disables what would
 * leave `data-tf-min` (default 0) to `data-tf-max` (default no limit) or move an item past either end.
 *
 * @param sequence A `data-tf-sequence` element whose items have changed; nested sequences stay as they are
 */
export function refresh(sequence: HTMLElement): void {
  const items = itemsOf(sequence);
  const few = items.length <= Number(sequence.dataset.tfMin ?? 0);
  const full = items.length >= Number(sequence.dataset.tfMax ?? Infinity);
  items.forEach((item, index) => {
    for (const number of item.querySelectorAll("[data-tf-number]"))
      if (number.closest(ITEM) === item) number.textContent = String(index + 1);
    disable(item, "up", index === 0);
    disable(item, "down", index === items.length - 1);
    disable(item, "remove", few);
    disable(item, "add", full);
  });
  disable(sequence, "add", full);
}

function disable(holder: Element, op: EditOp, disabled: boolean): void {
  for (const button of editButtons(holder, op)) button.disabled = disabled;
}
