import { ITEM, holderOf, itemsOf, limits, listOf, sequenceOf } from "./sequence.ts";

/**
 * Updates a sequence after an edit: numbers its items from 1, disables impossible edits, and shows the notes on reached limits.
 * Nested sequences are not changed.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns The newly shown notes
 */
export function refresh(sequence: HTMLElement): string[] {
  const items = itemsOf(sequence);
  const { atMin, atMax } = limits(sequence, items.length);
  const [first, last] = [items[0], items.at(-1)];
  count(items);
  sequence.querySelector(":scope>.tf-empty")?.toggleAttribute("hidden", Boolean(first));

  // If no limit is reached, only disabled buttons and the buttons of the first and last item can change.
  toggle(sequence, atMin || atMax ? "button" : "button:disabled");
  for (const end of [first, last]) if (end) toggle(end, "button");

  function toggle(within: Element, buttons: string): void {
    for (const button of within.querySelectorAll<HTMLButtonElement>(buttons)) {
      const holder = holderOf(button);
      const isOurs = holder === sequence || holder?.parentElement === listOf(sequence);
      const off: Record<string, boolean> = {
        up: holder === first,
        down: holder === last,
        remove: atMin,
        choose: false,
      };
      if (isOurs && button.name === "__edit__") button.disabled = off[button.value] ?? atMax;
    }
  }

  const notes = sequence.querySelectorAll<HTMLElement>("[data-tf-at-min],[data-tf-at-max]");
  return [...notes].flatMap((note) => {
    const reached = "tfAtMin" in note.dataset ? atMin : atMax;
    if (sequenceOf(note) !== sequence || note.hidden !== reached) return [];
    note.hidden = !reached;
    return reached ? note.textContent : [];
  });
}

function count(items: readonly Element[]): void {
  for (const [index, item] of items.entries()) {
    for (const number of item.querySelectorAll("[data-tf-number]")) {
      const place = `${index + 1}`;
      // A new text node would be styled, and an unchanged text would be laid out again.
      const text = number.firstChild ?? number;
      if (number.closest(ITEM) === item && text.textContent !== place) text.textContent = place;
    }
  }
}
