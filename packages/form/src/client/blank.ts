import { giveId } from "./ids.ts";
import { closest } from "./form.ts";
import { ITEM, itemsOf, limits, listOf, SEQUENCE, sequenceOf } from "./sequence.ts";
import { refresh } from "./refresh.ts";

/**
 * Makes a new item from a sequence's blank one, with ids that no other item has or had.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns The item with the items that it must hold, not yet in the page, or null where there is no blank one
 */
export function createItem(sequence: HTMLElement): HTMLElement | null {
  const blank = blankOf(sequence)?.content.firstElementChild;
  if (!(blank instanceof HTMLElement)) return null;
  const item = giveId(document.importNode(blank, true), sequence);
  for (const nested of item.querySelectorAll<HTMLElement>("[data-tf-sequence]:not([data-tf-like])"))
    fill(nested);
  return item;
}

/**
 * A sequence's own template; or that of the one it is like; or that of its twin in the blank item of the sequence around,
 * since all items there are made of the same.
 */
function blankOf(sequence: HTMLElement): HTMLTemplateElement | null | undefined {
  let like = sequence;
  for (let level = Number(sequence.dataset.tfLike); level > 0; level--) like = outside(like) ?? like;
  if (like !== sequence) return blankOf(like);
  // Widgets in its items may have templates too.
  const own = [...sequence.querySelectorAll<HTMLTemplateElement>("[data-tf-blank]")].find(
    (each) => sequenceOf(each) === sequence,
  );
  const outer = outside(sequence);
  const item = closest(sequence.parentElement, ITEM);
  if (own || !outer || !item) return own;
  const around = blankOf(outer)?.content;
  const prefix = around?.firstElementChild?.id.slice(0, -SUFFIX);
  const twin = around?.getElementById(prefix + sequence.id.slice(item.id.length - SUFFIX));
  return twin && blankOf(twin);
}

/** Length of what an item's id ends in. */
const SUFFIX = ":item".length;

function outside({ parentElement }: Element): HTMLElement | null {
  return closest(parentElement, SEQUENCE);
}

/**
 * Gives a sequence as many items as it must have: a blank item comes without them, so that nesting costs little. One
 * that is like those around it stays empty, or it would go on for ever.
 */
function fill(sequence: HTMLElement): void {
  while (limits(sequence, itemsOf(sequence).length + 1).few) {
    const item = createItem(sequence);
    if (!item) break;
    listOf(sequence)?.append(item);
  }
  refresh(sequence);
}
