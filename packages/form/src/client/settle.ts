import { announce, nameOf, say, type Text } from "./announce.ts";
import { forgetValues } from "./form.ts";
import { refresh } from "./refresh.ts";
import { itemsOf } from "./sequence.ts";

/** A finished edit of a sequence's items. */
export interface Edit {
  /** The sequence of the item now. */
  sequence: HTMLElement;
  /** The previous sequence of the item, default the same. */
  from?: HTMLElement;
  item: HTMLElement;
  /** The text to announce. */
  text: Text;
  /** Name of the item before the edit, default its current name. */
  name?: string;
  /** Position to announce, counted from 1; default the current position. */
  number?: number;
  /** Candidates for the focus: the first that accepts it gets it. */
  focus: Iterable<Element | null>;
}

/**
 * Updates numbers, limits, live region and focus after an edit. Each changed sequence fires a bubbling `change` event.
 */
export function settle({ sequence, from = sequence, item, text, name, number, focus }: Edit): void {
  const sequences = new Set([from, sequence]);
  const notes = [...sequences].flatMap(refresh);
  const place = number ?? itemsOf(sequence).indexOf(item) + 1;
  const sentence = say(sequence, text, name ?? nameOf(item), place);
  announce(sequence, notes.length > 0 ? [`${sentence}.`, ...notes].join(" ") : sentence);
  focusFirst(focus);
  forgetValues(sequence);
  for (const changed of sequences) changed.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Focuses the first element that is not disabled, hidden or unrendered. */
function focusFirst(candidates: Iterable<Element | null>): void {
  for (const candidate of candidates) {
    // A button disabled just now is still the active element, so it must be skipped first.
    if (!(candidate instanceof HTMLElement) || candidate.matches(":disabled")) continue;
    candidate.focus();
    // An element that already had the focus may have moved out of view.
    if (document.activeElement === candidate) return candidate.scrollIntoView({ block: "nearest" });
  }
}
