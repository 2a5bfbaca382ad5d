import { ITEM, SEQUENCE, itemsOf, limits, listOf, sequenceOf } from "./sequence.ts";

/**
 * Brings a sequence up to date with its items: counts them from 1, disables the buttons that would pass its limits or
 * move an item past either end, and shows the notes on the limits that it has reached.
 *
 * @param sequence A `data-tf-sequence` element whose items have changed; nested sequences stay as they are
 * @returns The notes that were not shown before
 */
export function refresh(sequence: HTMLElement): string[] {
  const items = itemsOf(sequence);
  const { few, full } = limits(sequence, items.length);
  const [first, last] = [items[0], items.at(-1)];
  count(sequence, items);

  // Where no limit is reached, what is off may have to be on, and the ends have changed: no need to look at each item.
  toggle(sequence, few || full ? "button" : "button:disabled");
  for (const end of [first, last]) if (end) toggle(end, "button");

  function toggle(within: Element, buttons: string): void {
    for (const button of within.querySelectorAll<HTMLButtonElement>(buttons)) {
      const holder = button.closest(`${ITEM},${SEQUENCE}`);
      const isOurs = holder === sequence || holder?.parentElement === listOf(sequence);
      const [up, down] = [holder === first, holder === last];
      const off: Record<string, boolean> = { up, down, remove: few, choose: false };
      if (isOurs && button.matches("[name=__edit__],.tf-undo *")) button.disabled = off[button.value] ?? full;
    }
  }

  const notes = sequence.querySelectorAll<HTMLElement>("[data-tf-few],[data-tf-full]");
  return [...notes].flatMap((note) => {
    const reached = "tfFew" in note.dataset ? few : full;
    if (sequenceOf(note) !== sequence || note.hidden !== reached) return [];
    note.hidden = !reached;
    return reached ? note.textContent : [];
  });
}

function count(sequence: Element, items: readonly Element[]): void {
  const places = new Map<Element | null, number>(items.map((item, index) => [item, index + 1]));
  for (const number of sequence.querySelectorAll("[data-tf-number]")) {
    const place = places.get(number.closest(ITEM));
    // Another node would have Chromium style all items anew, for the sake of `:has()`; the same text would be laid out again.
    const text = number.firstChild ?? number;
    if (place && text.textContent !== `${place}`) text.textContent = `${place}`;
  }
}
