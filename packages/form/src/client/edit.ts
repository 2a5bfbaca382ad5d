import { nameOf } from "./announce.ts";
import { createItem } from "./blank.ts";
import { copyOf } from "./duplicate.ts";
import { move } from "./move.ts";
import { lastNumber } from "./ids.ts";
import { controlsOf, editButtons, holderOf, itemsOf, listOf, neighbour, sequenceOf } from "./sequence.ts";
import { settle } from "./settle.ts";

/**
 * Does the edit of a button in the page. `add` appends an item, or inserts one after the button's item. `duplicate`, `remove`,
 * `up` and `down` act on the button's item.
 *
 * @param button An enabled `__edit__` button
 * @returns false if the script can't do the edit; the browser then submits the form
 */
export function edit(button: HTMLButtonElement): boolean {
  const holder = holderOf(button);
  const sequence = holder && sequenceOf(holder);
  if (!sequence) return false;
  const item = holder === sequence ? undefined : holder;

  // `add`, or `add:` and a kind; "Insert after" has none
  if (button.value.startsWith("add")) return add(sequence, item, button.value.slice(4) || kindOf(item));
  if (!item) return false;
  const focus = [button, ...editButtons(item, "up", "down")];
  switch (button.value) {
    case "up":
      return move(item, "previous", focus);
    case "down":
      return move(item, "next", focus);
    case "duplicate":
      duplicate(sequence, item);
      return true;
    case "remove":
      remove(sequence, item);
      return true;
    default:
      return false;
  }
}

/** Returns the shown case of an item that is a union, or an empty text. */
function kindOf(item: HTMLElement | undefined): string {
  const shown = item?.querySelector<HTMLElement>(":scope > fieldset > tf-union > [data-tf-case]");
  return shown?.dataset.tfCase ?? "";
}

function add(sequence: HTMLElement, after: Element | undefined, kind: string): boolean {
  const item = createItem(sequence);
  if (!item) return false;
  // The union shows its case as soon as it is in the page
  if (kind) item.dataset.tfKind = kind;
  if (after) after.after(item);
  else listOf(sequence)?.append(item);
  settle({
    sequence,
    item,
    text: "added",
    focus: controlsOf((kind && item.querySelector("[data-tf-case]")) || item),
  });
  return true;
}

function duplicate(sequence: HTMLElement, original: HTMLElement): void {
  const item = copyOf(original, sequence);
  original.after(item);
  settle({ sequence, item, text: "duplicated", name: nameOf(original), focus: controlsOf(item) });
}

/** Removes an item. The focus goes to the button that removes the next item, as on the server. */
function remove(sequence: HTMLElement, item: HTMLElement): void {
  // Records the item's number before it is gone, so that no other item gets its ids.
  lastNumber(sequence);
  const name = nameOf(item);
  const number = itemsOf(sequence).indexOf(item) + 1;
  const near = neighbour(item, "next") ?? neighbour(item, "previous");
  item.remove();
  const focus = [...(near ? editButtons(near, "remove") : []), document.getElementById(`${sequence.id}:add`)];
  settle({ sequence, item, text: "removed", name, number, focus });
}
