import { firstInForm } from "./form.ts";

/** What is said by default. A page in another language puts its texts into `data-tf-added` and so on of the live region. */
const texts = {
  tfAdded: "${item} added",
  tfDuplicated: "${item} duplicated",
  tfRemoved: "${item} removed",
  tfRestored: "${item} restored",
  tfMoved: "${item} moved to position ${number}",
  tfMovedTo: "${item} moved to position ${number} of ${list}",
  tfUndo: "Undo",
};

/** Something to say: the names of the live region's data attributes. */
export type Text = keyof typeof texts;

/**
 * Puts what happened to an item into words.
 *
 * @param sequence The sequence that was edited
 * @param text What happened
 * @param item The item's name, as `nameOf` gives it
 * @param number Where the item stands, counted from 1
 * @returns The text, in the page's language
 */
export function say(sequence: Element, text: Text, item = "", number = 0): string {
  const slots: Record<string, string | number> = { item, number, list: nameOf(sequence) };
  const template = liveRegionOf(sequence)?.dataset[text] ?? texts[text];
  return template.replace(/\$\{(\w+)\}/g, (slot, name: string) => `${slots[name] ?? slot}`);
}

/**
 * Tells something in the form's `data-tf-live` region, which screen readers read out.
 *
 * @param sequence The sequence that was edited
 * @param text What to tell
 */
export function announce(sequence: Element, text: string): void {
  const region = liveRegionOf(sequence);
  // The same text again would not count as a change: a second "Move 2 removed" needs a different string.
  if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

function liveRegionOf(sequence: Element): HTMLElement | null {
  return firstInForm(sequence, "[data-tf-live]");
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
