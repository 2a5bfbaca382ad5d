import { nameOf, say } from "./announce.ts";
import { firstInForm } from "./form.ts";
import { lastNumber } from "./ids.ts";
import { editButtons, itemsOf, neighbour } from "./sequence.ts";
import { settle } from "./settle.ts";

/**
 * Removes an item. A bar in its place says so and offers to undo it, which puts back the very element with all its
 * state; a form has one such bar, for what was removed last.
 *
 * @param sequence The sequence that the item is part of
 * @param item The item to remove
 */
export function remove(sequence: HTMLElement, item: HTMLElement): void {
  // Asked while the item still counts, so that no other gets its ids.
  lastNumber(sequence);
  const name = nameOf(item);
  const number = itemsOf(sequence).indexOf(item) + 1;
  firstInForm(sequence, ".tf-undo")?.remove();

  const undo = document.createElement("button");
  undo.type = "button";
  undo.textContent = say(sequence, "undo");
  const bar = createBar(item, say(sequence, "removed", name, number), undo);
  item.replaceWith(bar);
  // Where there are still more items than allowed, Undo is off.
  const near = neighbour(bar, "next") ?? neighbour(bar, "previous");
  const focus = [undo, ...(near ? editButtons(near, "remove") : [])];
  settle({ sequence, item, text: "removed", name, number, focus });

  undo.addEventListener("click", () => {
    bar.replaceWith(item);
    settle({
      sequence,
      item,
      text: "restored",
      focus: editButtons(item, "remove"),
    });
  });
}

/** An element that can stand where the item stood. A copy of what it is in goes without it, as without what widgets add. */
function createBar(item: HTMLElement, text: string, undo: HTMLElement): HTMLElement {
  const bar = document.createElement(item.localName);
  bar.className = "tf-undo";
  bar.dataset.tfAdded = "";
  let content: HTMLElement = bar;
  if (bar instanceof HTMLTableRowElement) {
    const cell = bar.insertCell();
    cell.colSpan = item.childElementCount;
    content = cell;
  }
  content.append(text, " ", undo);
  return bar;
}
