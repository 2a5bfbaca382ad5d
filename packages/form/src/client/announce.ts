import { liveRegionOf } from "./form.ts";

/** What the live region says by default. A page in another language puts its texts into `data-tf-added` and so on. */
const texts = {
  tfAdded: "${item} added",
  tfRemoved: "${item} removed",
  tfMoved: "${item} moved to position ${number}",
};

/**
 * Tells what happened to an item in its form's `data-tf-live` region, which screen readers read out.
 *
 * @param sequence The sequence that was edited
 * @param event What happened; the region's data attribute of this name replaces the English text
 * @param item The item's name, as `nameOf` gives it
 * @param number Where the item stands now, counted from 1
 */
export function announce(sequence: Element, event: keyof typeof texts, item: string, number: number): void {
  const region = liveRegionOf(sequence);
  if (!region) return;
  const text = (region.dataset[event] ?? texts[event])
    .replace("${item}", () => item)
    .replace("${number}", String(number));
  // The same text again would not count as a change: a second "Move 2 removed" needs a different string.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

/**
 * Reads the name of an item off its label or legend.
 *
 * @param item A `data-tf-item` element, `…:item`, whose label is `…:label`
 * @returns The label as a screen reader reads it, without the mark of required fields; "" without a label
 */
export function nameOf(item: Element): string {
  const label = document.getElementById(item.id.replace(/:item$/, ":label"))?.cloneNode(true);
  if (!(label instanceof Element)) return "";
  for (const hidden of label.querySelectorAll("[aria-hidden=true]")) hidden.remove();
  return label.textContent.replace(/\s+/g, " ").trim();
}
