import { giveId } from "./ids.ts";
import { closest } from "./form.ts";
import { ITEM, itemsOf, limits, listOf, SEQUENCE, sequenceOf } from "./sequence.ts";
import { refresh } from "./refresh.ts";

/**
 * Makes a new item from a sequence's blank item, with ids never used before on the page. Nested lists get their minimum of
 * items.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns The item, not yet in the page, or null without a blank item
 */
export function createItem(sequence: HTMLElement): HTMLElement | null {
  const blank = blankOf(sequence)?.content.firstElementChild;
  if (!(blank instanceof HTMLElement)) return null;
  const item = giveId(document.importNode(blank, true), sequence);
  for (const nested of item.querySelectorAll<HTMLElement>(
    "[data-tf-sequence]:not([data-tf-blank-levels-up])",
  ))
    fill(nested);
  return item;
}

/**
 * Finds the template of a sequence's blank item: in the sequence, in the outer sequence named by `data-tf-blank-levels-up`, or in the same sequence
 * in the blank item of the outer sequence.
 */
function blankOf(sequence: HTMLElement): HTMLTemplateElement | null | undefined {
  let source = sequence;
  for (let level = Number(sequence.dataset.tfBlankLevelsUp); level > 0; level--)
    source = outside(source) ?? source;
  if (source !== sequence) return blankOf(source);
  // Nested sequences and widgets may have templates too.
  const template = [...sequence.querySelectorAll<HTMLTemplateElement>("[data-tf-blank]")].find(
    (candidate) => sequenceOf(candidate) === sequence,
  );
  const outer = outside(sequence);
  const item = closest(sequence.parentElement, ITEM);
  if (template || !outer || !item) return template;
  const outerBlank = blankOf(outer)?.content;
  const prefix = outerBlank?.firstElementChild?.id.slice(0, -SUFFIX);
  const blankSequence = outerBlank?.getElementById(prefix + sequence.id.slice(item.id.length - SUFFIX));
  return blankSequence && blankOf(blankSequence);
}

/** Length of the end of an item's id. */
const SUFFIX = ":item".length;

function outside({ parentElement }: Element): HTMLElement | null {
  return closest(parentElement, SEQUENCE);
}

/**
 * Adds items to a nested sequence up to its minimum. Blank items come without them, to keep nested lists small. A recursive
 * sequence, marked by `data-tf-blank-levels-up`, stays empty, because filling it would never end.
 */
function fill(sequence: HTMLElement): void {
  while (limits(sequence, itemsOf(sequence).length + 1).atMin) {
    const item = createItem(sequence);
    if (!item) break;
    listOf(sequence)?.append(item);
  }
  refresh(sequence);
}
