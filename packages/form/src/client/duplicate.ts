import { elementsIn } from "./elements.ts";
import { giveId } from "./ids.ts";

/**
 * Copies an item with all that a person has typed, chosen and ticked in it, and what was said of it. What widgets have
 * added for themselves stays behind, for they come alive in the copy too.
 *
 * @param item An item
 * @param sequence The sequence that it is part of
 * @returns The copy, with ids of its own, not yet in the page
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

/** Copies what cloning leaves out: the options of a select, and files. */
function choose(control: Element, original: Element | undefined): void {
  if (control instanceof HTMLSelectElement && original instanceof HTMLSelectElement) {
    for (const [index, option] of [...control.options].entries())
      option.selected = original.options[index]?.selected ?? false;
  } else if (control instanceof HTMLInputElement && original instanceof HTMLInputElement && original.files) {
    // A list of its own: one that both share could be emptied by either.
    const files = new DataTransfer();
    for (const file of original.files) files.items.add(file);
    control.files = files.files;
  }
}
