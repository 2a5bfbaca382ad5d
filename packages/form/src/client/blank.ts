import { itemsOf, listOf, refresh } from "./sequence.ts";

/** The highest number given to an item of each sequence so far, so that a removed item's ids never come back. */
const lastNumbers = new WeakMap<Element, number>();

/**
 * Makes a new item from a sequence's own `<template data-tf-blank>`, with ids that no other item has or had.
 *
 * @param sequence A `data-tf-sequence` element
 * @returns The item with the items that it must hold, not yet in the page, or null where the sequence has no template
 */
export function createItem(sequence: Element): Element | null {
  const template = [...sequence.querySelectorAll<HTMLTemplateElement>("template[data-tf-blank]")].find(
    (template) => template.closest("[data-tf-sequence]") === sequence,
  );
  if (!template) return null;
  const content = document.importNode(template.content, true);
  renameIds(content, `${sequence.id}-*`, `${sequence.id}-${nextNumber(sequence)}`);
  for (const nested of content.querySelectorAll<HTMLElement>("[data-tf-sequence]")) fill(nested);
  return content.firstElementChild;
}

/** Gives a sequence as many items as it must have: a blank item comes without them, so that nesting costs little. */
function fill(sequence: HTMLElement): void {
  for (let missing = Number(sequence.dataset.tfMin ?? 0) - itemsOf(sequence).length; missing > 0; missing--) {
    const item = createItem(sequence);
    if (item) listOf(sequence)?.append(item);
  }
  refresh(sequence);
}

function nextNumber(sequence: Element): number {
  const start = sequence.id.length + 1;
  const last =
    lastNumbers.get(sequence) ??
    itemsOf(sequence).reduce((max, item) => Math.max(max, Number.parseInt(item.id.slice(start)) || 0), -1);
  lastNumbers.set(sequence, last + 1);
  return last + 1;
}

/**
 * Rewrites each id, or list or name or link made of ids, that begins with `from`; in nested templates as well.
 * A control's `value` is data and stays.
 */
function renameIds(root: ParentNode, from: string, to: string): void {
  for (const element of root.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (attribute.name === "value" || !attribute.value.includes(from)) continue;
      attribute.value = attribute.value
        .split(" ")
        .map((id) => (id.startsWith(from) || id.startsWith(`#${from}`) ? id.replace(from, () => to) : id))
        .join(" ");
    }
    if (element instanceof HTMLTemplateElement) renameIds(element.content, from, to);
  }
}
