import { nameOf } from "./announce.ts";
import { closest } from "./form.ts";
import { giveId, lastNumber } from "./ids.ts";
import { limits, listOf, neighbour, sequenceOf, type Direction } from "./sequence.ts";
import { settle } from "./settle.ts";

/**
 * Moves an item past its neighbour.
 *
 * @param focus Candidates for the focus
 * @returns false if there is no neighbour in this direction
 */
export function move(item: HTMLElement, direction: Direction, focus: Iterable<Element | null>): boolean {
  const other = neighbour(item, direction);
  const sequence = sequenceOf(item);
  if (!other || !sequence) return false;
  const { top } = item.getBoundingClientRect();
  const { top: start } = other.getBoundingClientRect();
  // Moves the neighbour, because moving the item itself would lose the focus in it.
  if (direction === "next") item.before(other);
  else item.after(other);
  finishMove(item, sequence, focus);
  // The item stays under the pointer, and the other slides past it.
  scrollTo(item, top);
  const way = start - other.getBoundingClientRect().top;
  if (matchMedia("(prefers-reduced-motion: no-preference)").matches)
    other.animate({ translate: [`0 ${way}px`, "0 0"] }, 150);
  return true;
}

/**
 * Moves an item to the previous or next sequence of its group, at the near end.
 *
 * @param focus Candidates for the focus
 */
export function moveOn(item: HTMLElement, direction: Direction, focus: Iterable<Element | null>): void {
  const home = sequenceOf(item);
  if (!home) return;
  const group = groupOf(home).filter((sequence) => !item.contains(sequence));
  const target = group[group.indexOf(home) + (direction === "next" ? 1 : -1)];
  if (!target || limits(home).atMin || limits(target).atMax) return;
  const { top } = item.getBoundingClientRect();
  if (direction === "next") listOf(target)?.prepend(item);
  else listOf(target)?.append(item);
  finishMove(item, home, focus);
  scrollTo(item, top);
}

/** Scrolls the page until an item is at a place in the window. */
function scrollTo(item: HTMLElement, top: number): void {
  scrollBy({ top: item.getBoundingClientRect().top - top, behavior: "instant" });
}

/**
 * Returns the sequences of the form with the same `data-tf-group`, the given one included. Without a group there are none.
 *
 * @param sequence A `data-tf-sequence` element
 */
export function groupOf(sequence: HTMLElement): HTMLElement[] {
  const form = closest(sequence, "form");
  return [...document.querySelectorAll<HTMLElement>("[data-tf-group]")].filter(
    (other) => other.dataset.tfGroup === sequence.dataset.tfGroup && closest(other, "form") === form,
  );
}

/**
 * Updates the page after a move. In another sequence, the item gets new ids.
 *
 * @param item The item at its new position
 * @param from The previous sequence of the item
 * @param focus Candidates for the focus
 */
export function finishMove(item: HTMLElement, from: HTMLElement, focus: Iterable<Element | null>): void {
  const sequence = sequenceOf(item);
  if (!sequence) return;
  const name = nameOf(item);
  const elsewhere = sequence !== from;
  if (elsewhere) {
    // The item may return by Undo, so no other item may get its ids.
    lastNumber(from, item);
    giveId(item, sequence);
  }
  settle({ sequence, from, item, text: elsewhere ? "movedIn" : "moved", name, focus });
}
