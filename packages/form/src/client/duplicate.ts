import { elementsIn } from "./elements.ts";
import { giveId } from "./ids.ts";

/**
 * Copies an item with its typed, chosen and ticked values, its errors and its files. Elements added by widgets are left out,
 * because the widgets add them to the copy too.
 *
 * @param sequence The sequence of the item
 * @returns The copy, with new ids, not yet in the page
 */
export function copyOf(item: HTMLElement, sequence: Element): HTMLElement {
  const copy = document.importNode(item, true);
  const originals = elementsIn(item);
  for (const [index, element] of elementsIn(copy).entries()) {
    choose(element, originals[index]);
    if (element.hasAttribute("data-tf-added")) element.remove();
  }
  return giveId(copy, sequence);
}

/** Copies the values ignored by cloning: the chosen options of a select, and files. */
function choose(control: Element, original: Element | undefined): void {
  if (control instanceof HTMLSelectElement && original instanceof HTMLSelectElement) {
    for (const [index, option] of [...control.options].entries())
      option.selected = original.options[index]?.selected ?? false;
  } else if (control instanceof HTMLInputElement && original instanceof HTMLInputElement && original.files) {
    // With a shared list, emptying one control would empty the other.
    const files = new DataTransfer();
    for (const file of original.files) files.items.add(file);
    control.files = files.files;
  }
}
