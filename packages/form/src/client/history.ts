import { announce, nameOf, say } from "./announce.ts";
import { closest, firstInForm, isMatch } from "./form.ts";
import { chosenControl, EDITS, isChoice, isEdit, revert } from "./revert.ts";
import {
  controlsOf,
  editButtons,
  ITEM,
  itemsOf,
  limits,
  neighbour,
  SEQUENCE,
  sequenceOf,
} from "./sequence.ts";
import { finish } from "./settle.ts";
import { textFor } from "./texts.ts";

/** Most steps of a form's history. Older ones are forgotten. */
const MOST = 100;

/** An edit of lists or unions that can be undone. */
export interface Step {
  readonly changes: readonly MutationRecord[];
  /** Description of the edit, as announced. */
  readonly said: string;
  readonly added: readonly HTMLElement[];
  readonly removed: readonly HTMLElement[];
  /** The item that moved. */
  readonly moved: HTMLElement | undefined;
  /** The element with the shown case of a union, after the choice of a case. */
  readonly shown: Node | undefined;
}

/** The steps of each form, the latest last. */
const histories = new WeakMap<Element, Step[]>();
/** Items in which a person typed. */
const typed = new WeakSet<Element>();
let pending: MutationRecord[] = [];

const observer = new MutationObserver((changes) => {
  pending.push(...changes.filter(isEdit));
  // The choice of a case fires no event once it is shown.
  if (changes.some(isChoice)) addStep();
});
observer.observe(document, EDITS);

/** Adds all edits since the last step to the history of their form, as one step. The moves of one drag are one step. */
export function addStep(): void {
  pending.push(...observer.takeRecords().filter(isEdit));
  const [first] = pending;
  const form = first && closest(first.target instanceof Element ? first.target : null, "form");
  if (!form) return;
  const steps = histories.get(form) ?? [];
  histories.set(form, [...steps, stepOf(pending)].slice(-MOST));
  pending = [];
}

function stepOf(changes: readonly MutationRecord[]): Step {
  /** True for each item that was in the page before. */
  const items = new Map<HTMLElement, boolean>();
  for (const { addedNodes, removedNodes } of changes) {
    for (const [nodes, before] of [
      [removedNodes, true],
      [addedNodes, false],
    ] as const)
      for (const node of nodes) if (node instanceof HTMLElement && !items.has(node)) items.set(node, before);
  }
  const those = (before: boolean, after: boolean): HTMLElement[] =>
    [...items].flatMap(([item, was]) => (was === before && item.isConnected === after ? item : []));
  const added = those(false, true);
  const removed = those(true, false);
  const [moved] = those(true, true);
  // A move by a button or key takes the neighbour to the other side, because the item itself keeps the focus.
  const isSwap = moved && changes.length === 2;
  const beside = isSwap ? [neighbour(moved, "next"), neighbour(moved, "previous")] : [];
  const focused = beside.find((item) => item?.contains(document.activeElement));
  const shown = added[0] ? undefined : changes.find(isChoice)?.target;
  return {
    changes,
    added,
    removed,
    moved: focused ?? moved,
    shown,
    said: shown ? choiceIn(shown) : announced(changes),
  };
}

function announced([change]: readonly MutationRecord[]): string {
  const { target } = change ?? {};
  const region = target instanceof Element && firstInForm(target, "[data-tf-live]");
  return region ? region.textContent.trim() : "";
}

/** Returns the label of the chosen case, after the union's own. */
function choiceIn(shown: Node): string {
  const union = shown.parentElement?.closest("fieldset");
  const control = chosenControl(shown);
  const label = control instanceof HTMLSelectElement ? control.selectedOptions[0] : control?.labels?.[0];
  return [union ? nameOf(union) : "", label?.textContent.trim()].filter(Boolean).join(": ");
}

/** Records that a person typed in an item. Undo never removes such an item. */
export function noteTyping(target: EventTarget | null): void {
  if (closest(target, "[data-tf-tag]") || isMatch(target, SEQUENCE)) return;
  for (let item = closest(target, ITEM); item; item = closest(item.parentElement, ITEM)) typed.add(item);
}

/** Returns the next step for Undo. Forgets additions of items with texts typed since. */
export function lastStep(form: Element): Step | undefined {
  const steps = histories.get(form) ?? [];
  while (steps.at(-1)?.added.some((item) => typed.has(item))) steps.pop();
  return steps.at(-1);
}

/** Returns false if a step can't be undone now, because a list would have too many items. */
export function isPossible({ changes }: Step): boolean {
  const counts = new Map<Node, number>();
  for (const { target, addedNodes, removedNodes } of changes)
    counts.set(target, (counts.get(target) ?? 0) + removedNodes.length - addedNodes.length);
  return [...counts].every(([list, count]) => {
    const sequence = count > 0 && list instanceof Element && sequenceOf(list);
    return !sequence || !limits(sequence, itemsOf(sequence).length + count - 1).atMax;
  });
}

/**
 * Undoes the last edit of a form. Announces what came back, and focuses it.
 *
 * @returns false if there is nothing to undo
 */
export function undo(form: Element): boolean {
  const step = lastStep(form);
  if (!step || !isPossible(step)) return false;
  histories.get(form)?.pop();
  const { changes, added, removed, moved, shown } = step;
  const [gone] = added;
  const list = gone && sequenceOf(gone);
  const index = list ? itemsOf(list).indexOf(gone) : 0;
  const name = gone ? fullName(gone) : "";
  revert(changes);
  // Forgets the mutations of undoing, and those of a drag that was given up.
  observer.takeRecords();
  pending = [];

  const control = shown && chosenControl(shown);
  if (control) {
    announce(control, say(control, "choiceUndone", choiceIn(shown)));
    control.focus();
  } else if (list) {
    const near = removed[0] ?? itemsOf(list)[index] ?? itemsOf(list).at(-1);
    const add = document.getElementById(`${list.id}:add`);
    const focus = [...(near ? editButtons(near, "remove") : []), add];
    finish(sequencesOf(changes), () => say(list, "addUndone", name), focus);
  } else {
    const back = removed[0] ?? moved;
    const home = back && sequenceOf(back);
    if (!home) return true;
    const place = (): number => itemsOf(home).indexOf(back) + 1;
    const text = (): string =>
      removed[0] ? say(home, "restored", fullName(back)) : say(home, "moveUndone", nameOf(back), place());
    const ops = removed[0] ? ["remove", "up", "down"] : ["up", "down", "remove"];
    finish(sequencesOf(changes), text, [...editButtons(back, ...ops), ...controlsOf(back)]);
  }
  return true;
}

/** Returns the name of an item, with the name of the item around it. */
function fullName(item: HTMLElement): string {
  const outer = closest(item.parentElement, ITEM);
  return outer ? textFor(item, "itemIn", { item: nameOf(item), list: nameOf(outer) }) : nameOf(item);
}

function sequencesOf(changes: readonly MutationRecord[]): HTMLElement[] {
  return changes.flatMap(({ target }) => (target instanceof Element && sequenceOf(target)) || []);
}
