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

/** Updates the page after an edit, and announces it. */
export function settle({ sequence, from = sequence, item, text, name, number, focus }: Edit): void {
  const place = (): number => number ?? itemsOf(sequence).indexOf(item) + 1;
  finish([from, sequence], () => say(sequence, text, name ?? nameOf(item), place()), focus);
}

/**
 * Updates numbers, limits, live region and focus after an edit. Each changed sequence fires a bubbling `change` event.
 *
 * @param changed The changed sequences
 * @param announcement Returns the text to announce, once items are numbered
 * @param focus Candidates for the focus: the first that accepts it gets it
 */
export function finish(
  changed: readonly HTMLElement[],
  announcement: () => string,
  focus: Iterable<Element | null>,
): void {
  const sequences = [...new Set(changed)];
  const notes = sequences.flatMap(refresh);
  const [first] = sequences;
  if (!first) return;
  const sentence = announcement();
  announce(first, notes.length > 0 ? [`${sentence}.`, ...notes].join(" ") : sentence);
  focusFirst(focus);
  forgetValues(first);
  for (const sequence of sequences) sequence.dispatchEvent(new Event("change", { bubbles: true }));
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
