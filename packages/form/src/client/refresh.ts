import { ITEM, SEQUENCE, itemsOf, limits, listOf, sequenceOf } from "./sequence.ts";

/**
 * Brings a sequence up to date with its items: counts them from 1, disables the buttons that would pass its limits or
 * move an item past either end, and shows the notes on the limits that it has reached.
 *
 * Each is one search for what is not as it has to be, which is much faster than to look at each item.
 *
 * @param sequence A `data-tf-sequence` element whose items have changed; nested sequences stay as they are
 * @returns The notes that were not shown before
 */
export function refresh(sequence: HTMLElement): string[] {
  const items = itemsOf(sequence);
  const { few, full } = limits(sequence, items.length);
  count(sequence, items);

  const limited = [
    lacks("[value=remove]", "disabled", few),
    lacks("[value=add],[value=duplicate],:not([name])", "disabled", full),
    lacks("[value=up],[value=down]", "disabled", false),
  ];
  toggle(sequence, sequence, limited.join());
  toggle(sequence, items[0], lacks("[value=up]", "disabled", true));
  toggle(sequence, items.at(-1), lacks("[value=down]", "disabled", true));

  const notes = `${lacks("[data-tf-few]", "hidden", !few)},${lacks("[data-tf-full]", "hidden", !full)}`;
  return [...sequence.querySelectorAll<HTMLElement>(notes)].flatMap((note) => {
    if (sequenceOf(note) !== sequence) return [];
    note.hidden = !note.hidden;
    return note.hidden ? [] : note.textContent;
  });
}

function count(sequence: Element, items: readonly Element[]): void {
  const places = new Map<Element | null, number>(items.map((item, index) => [item, index + 1]));
  for (const number of sequence.querySelectorAll("[data-tf-number]")) {
    const place = places.get(number.closest(ITEM));
    // The same text again would be laid out again.
    if (place && number.textContent !== `${place}`) number.textContent = `${place}`;
  }
}

/** A selector of those elements whose attribute is not as it has to be. */
function lacks(elements: string, attribute: string, has: boolean): string {
  return `:is(${elements})${has ? `:not([${attribute}])` : `[${attribute}]`}`;
}

/** Turns on or off those buttons of a sequence or an item that are a sequence's own or its items'. */
function toggle(sequence: Element, within: Element | undefined, buttons: string): void {
  const list = listOf(sequence);
  const found = within?.querySelectorAll<HTMLButtonElement>(
    `:is([name=__edit__],.tf-undo button):is(${buttons})`,
  );
  for (const button of found ?? []) {
    const holder = button.closest(`${ITEM},${SEQUENCE}`);
    if (holder === sequence || holder?.parentElement === list) button.disabled = !button.disabled;
  }
}
