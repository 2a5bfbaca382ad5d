import { nameOf, say } from "./announce.ts";
import { firstInForm } from "./form.ts";
import { lastNumber } from "./ids.ts";
import { editButtons, itemsOf, neighbour } from "./sequence.ts";
import { settle } from "./settle.ts";

/**
 * Removes an item, and shows a bar with an Undo button at its position. Undo puts the same element back, with all its state. A
 * form has one bar, for the last removed item.
 *
 * @param sequence The sequence of the item
 */
export function remove(sequence: HTMLElement, item: HTMLElement): void {
  // Records the item's number before it is gone, so that no other item gets its ids.
  lastNumber(sequence);
  const name = nameOf(item);
  const number = itemsOf(sequence).indexOf(item) + 1;
  firstInForm(sequence, ".tf-undo")?.remove();

  const undo = document.createElement("button");
  undo.type = "button";
  undo.textContent = say(sequence, "undo");
  const bar = createBar(item, say(sequence, "removed", name, number), undo);
  item.replaceWith(bar);
  // Undo is disabled if the sequence still has its maximum of items.
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

/** Creates the bar, as the same kind of element as the item. It is marked as added, so a duplicate is made without it. */
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
