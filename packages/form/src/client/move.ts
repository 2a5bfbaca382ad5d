import { nameOf } from "./announce.ts";
import { closest } from "./form.ts";
import { giveId } from "./ids.ts";
import { limits, listOf, neighbour, sequenceOf, type Direction } from "./sequence.ts";
import { settle } from "./settle.ts";

/**
 * Moves an item past its neighbour.
 *
 * @param item The item
 * @param direction Which way
 * @param focus What may have the focus then
 * @returns Whether it had a neighbour there
 */
export function move(item: HTMLElement, direction: Direction, focus: Iterable<Element | null>): boolean {
  const other = neighbour(item, direction);
  const sequence = sequenceOf(item);
  if (!other || !sequence) return false;
  // The neighbour goes to the item's other side: moving the item would lose the focus in it.
  if (direction === "next") item.before(other);
  else item.after(other);
  finishMove(item, sequence, focus);
  return true;
}

/**
 * Moves an item on to the sequence before or after its own in the same group, to the near end there.
 *
 * @param item The item
 * @param direction Which way
 * @param focus What may have the focus then
 */
export function moveOn(item: HTMLElement, direction: Direction, focus: Iterable<Element | null>): void {
  const home = sequenceOf(item);
  if (!home) return;
  const group = groupOf(home).filter((sequence) => !item.contains(sequence));
  const target = group[group.indexOf(home) + (direction === "next" ? 1 : -1)];
  if (!target || limits(home).few || limits(target).full) return;
  if (direction === "next") listOf(target)?.prepend(item);
  else listOf(target)?.append(item);
  finishMove(item, home, focus);
}

/**
 * Lists the sequences that a sequence's items may be moved to.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns Those of its form with the same `data-tf-group`, itself included; none where it has no group
 */
export function groupOf(sequence: HTMLElement): HTMLElement[] {
  const form = closest(sequence, "form");
  return [...document.querySelectorAll<HTMLElement>("[data-tf-group]")].filter(
    (other) => other.dataset.tfGroup === sequence.dataset.tfGroup && closest(other, "form") === form,
  );
}

/**
 * Does what follows a move. In another sequence, an item gets that one's ids.
 *
 * @param item The item where it stands now
 * @param from The sequence that it comes from
 * @param focus What may have the focus then
 */
export function finishMove(item: HTMLElement, from: HTMLElement, focus: Iterable<Element | null>): void {
  const sequence = sequenceOf(item);
  if (!sequence) return;
  const name = nameOf(item);
  const elsewhere = sequence !== from;
  if (elsewhere) giveId(item, sequence);
  settle({ sequence, from, item, text: elsewhere ? "movedTo" : "moved", name, focus });
}
