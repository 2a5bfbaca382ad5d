import { announce, nameOf, say, type Text } from "./announce.ts";
import { forgetValues } from "./form.ts";
import { refresh } from "./refresh.ts";
import { itemsOf } from "./sequence.ts";

/** An edit that has just been done to the items of a sequence. */
export interface Edit {
  /** The sequence as it is now. */
  sequence: HTMLElement;
  /** The sequence that the item came from, default the same. */
  from?: HTMLElement;
  item: HTMLElement;
  /** What to say of the item. */
  text: Text;
  /** What the item was called before, default what it is called now. */
  name?: string;
  /** Where the item stands, counted from 1; default where it stands now. */
  number?: number;
  /** What may take the focus: the first that can. */
  focus: Iterable<Element | null>;
}

/**
 * Does what follows each edit: numbers, limits, live region and focus are brought up to date, and each sequence
 * concerned fires a bubbling `change` event.
 *
 * @param edit What was done
 */
export function settle({ sequence, from = sequence, item, text, name, number, focus }: Edit): void {
  const sequences = new Set([from, sequence]);
  const notes = [...sequences].flatMap(refresh);
  const place = number ?? itemsOf(sequence).indexOf(item) + 1;
  const said = say(sequence, text, name ?? nameOf(item), place);
  announce(sequence, notes.length > 0 ? [`${said}.`, ...notes].join(" ") : said);
  focusFirst(focus);
  forgetValues(sequence);
  for (const changed of sequences) changed.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Focuses the first element that takes the focus: not one that is disabled, hidden or not rendered. */
function focusFirst(candidates: Iterable<Element | null>): void {
  for (const candidate of candidates) {
    // A button that was disabled just now is still the active element, so this is asked first.
    if (!(candidate instanceof HTMLElement) || candidate.matches(":disabled")) continue;
    candidate.focus();
    // One that had the focus before may have moved out of sight.
    if (document.activeElement === candidate) return candidate.scrollIntoView({ block: "nearest" });
  }
}
