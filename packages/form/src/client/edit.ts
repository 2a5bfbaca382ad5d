import { announce, nameOf } from "./announce.ts";
import { createItem } from "./blank.ts";
import { forgetValues } from "./form.ts";
import { editButtons, itemsOf, listOf, refresh, sequenceOf } from "./sequence.ts";

/**
 * Does in the page what an edit button asks for. `add` appends, or inserts after the item that the button stands in;
 * `remove`, `up` and `down` act on that item. Then numbers, limits, live region and focus follow, and the sequence
 * fires a bubbling `change` event.
 *
 * @param button An enabled `__edit__` button
 * @returns Whether it was done; false leaves the click to the browser, which submits the form
 */
export function edit(button: HTMLButtonElement): boolean {
  const sequence = sequenceOf(button);
  if (!sequence) return false;
  const items = itemsOf(sequence);
  const index = items.findIndex((item) => item.contains(button));
  const item = items[index];

  if (button.value === "add") {
    if (!add(sequence, item)) return false;
  } else if (item && button.value === "remove") {
    remove(sequence, item, items[index + 1], items[index - 1]);
  } else if (item && button.value === "up") {
    const previous = items[index - 1];
    if (previous) item.after(previous);
    moved(sequence, item, button);
  } else if (item && button.value === "down") {
    const next = items[index + 1];
    if (next) item.before(next);
    moved(sequence, item, button);
  } else return false;

  forgetValues(sequence);
  sequence.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function add(sequence: HTMLElement, after: Element | undefined): boolean {
  const item = createItem(sequence);
  if (!item) return false;
  if (after) after.after(item);
  else listOf(sequence)?.append(item);
  refresh(sequence);
  announce(sequence, "tfAdded", nameOf(item), position(sequence, item));
  focusFirst(item.querySelectorAll<HTMLElement>("input,select,textarea,button"));
  return true;
}

function remove(sequence: HTMLElement, item: Element, next?: Element, previous?: Element): void {
  announce(sequence, "tfRemoved", nameOf(item), position(sequence, item));
  item.remove();
  refresh(sequence);
  focusFirst([
    ...editButtons(next, "remove"),
    ...editButtons(previous, "remove"),
    ...editButtons(sequence, "add"),
  ]);
}

/** Finishes a move. The neighbour was taken to the item's other side: moving the item would lose the focus in it. */
function moved(sequence: HTMLElement, item: Element, pressed: HTMLButtonElement): void {
  const name = nameOf(item);
  refresh(sequence);
  announce(sequence, "tfMoved", name, position(sequence, item));
  focusFirst([pressed, ...editButtons(item, "up"), ...editButtons(item, "down")]);
}

function position(sequence: Element, item: Element): number {
  return itemsOf(sequence).findIndex((other) => other === item) + 1;
}

/** Focuses the first element that takes the focus: not one that is disabled, hidden or not rendered. */
function focusFirst(candidates: Iterable<HTMLElement>): void {
  for (const candidate of candidates) {
    // A button that was disabled just now is still the active element, so this is asked first.
    if (!candidate.matches(":enabled")) continue;
    candidate.focus();
    if (document.activeElement === candidate) return;
  }
}
