import { firstInForm } from "./form.ts";
import { textFor } from "./texts.ts";

/** What can be said of an item: the names of texts. */
export type Text = "added" | "duplicated" | "removed" | "restored" | "moved" | "movedTo" | "undo";

/**
 * Puts what happened to an item into words.
 *
 * @param sequence The sequence that was edited
 * @param text What happened
 * @param item The item's name, as `nameOf` gives it
 * @param number Where the item stands, counted from 1
 * @returns The text, in the form's language
 */
export function say(sequence: Element, text: Text, item = "", number = 0): string {
  return textFor(sequence, text, { item, number, list: nameOf(sequence) });
}

/**
 * Tells something in the form's `data-tf-live` region, which screen readers read out.
 *
 * @param sequence The sequence that was edited
 * @param text What to tell
 */
export function announce(sequence: Element, text: string): void {
  const region = firstInForm(sequence, "[data-tf-live]");
  // The same text again would not count as a change: a second "Move 2 removed" needs a different string.
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

/**
 * Reads the name of an item or a sequence off its label or legend.
 *
 * @param element An item, `…:item`, or a sequence; its label is `…:label`
 * @returns The label as a screen reader reads it, without the mark of required fields; "" without a label
 */
export function nameOf(element: Element): string {
  const label = document.getElementById(element.id.replace(/(:item)?$/, ":label"))?.cloneNode(true);
  if (!(label instanceof Element)) return "";
  for (const unread of label.querySelectorAll("[aria-hidden=true],[hidden]")) unread.remove();
  return label.textContent.replace(/\s+/g, " ").trim();
}
