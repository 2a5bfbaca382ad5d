import { closest, firstInForm } from "./form.ts";
import { ITEM } from "./sequence.ts";
import { textFor } from "./texts.ts";

/** Ids of texts about an edited item. */
export type Text =
  | "added"
  | "duplicated"
  | "removed"
  | "restored"
  | "moved"
  | "movedIn"
  | "addUndone"
  | "moveUndone"
  | "choiceUndone"
  | "undo";

/**
 * Returns a text about an edited item, in the form's language. In a nested list, it names the item around the list, if the text has a
 * variant for that.
 *
 * @param sequence The edited sequence
 * @param item The item's name, from `nameOf`
 * @param number Position of the item, counted from 1
 */
export function say(sequence: Element, text: Text, item = "", number = 0): string {
  const outer = closest(sequence, ITEM);
  const slots = { item, number, list: nameOf(outer ?? sequence) };
  return (outer && textFor(sequence, `${text}In`, slots)) || textFor(sequence, text, slots);
}

/**
 * Writes a text to the form's `data-tf-live` region, which screen readers read out.
 *
 * @param sequence The edited sequence
 */
export function announce(sequence: Element, text: string): void {
  const region = firstInForm(sequence, "[data-tf-live]");
  // Screen readers ignore an unchanged text, so a second "Move 2 removed" needs a different string.
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

/**
 * Returns the name of an item or a sequence: its label as screen readers read it, without the mark of required fields.
 *
 * @param element An item with the id `…:item`, or a sequence; the label has the id `…:label`
 * @returns "" without a label
 */
export function nameOf(element: Element): string {
  const label = document.getElementById(element.id.replace(/(:item)?$/, ":label"))?.cloneNode(true);
  if (!(label instanceof Element)) return "";
  for (const unread of label.querySelectorAll("[aria-hidden=true],[hidden]")) unread.remove();
  return label.textContent.replace(/\s+/g, " ").trim();
}
