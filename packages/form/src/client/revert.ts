import { isMatch } from "./form.ts";
import { rename } from "./ids.ts";
import { ITEM } from "./sequence.ts";

/** Options of an observer that sees all edits: items that come and go, their new ids, and chosen cases of unions. */
export const EDITS: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributeOldValue: true,
  attributeFilter: ["id", "data-tf-case"],
};

/** Returns true if a mutation belongs to an edit of a list or a union. */
export function isEdit(change: MutationRecord): boolean {
  const { target, attributeName } = change;
  return isChoice(change) || isMatch(target, attributeName === "id" ? ITEM : "[data-tf-items]");
}

/** Returns true if a mutation shows another case of a union. */
export function isChoice({ attributeName, target }: MutationRecord): boolean {
  return attributeName === "data-tf-case" && target instanceof HTMLElement && target.isConnected;
}

/**
 * Reverses mutations, the last one first.
 *
 * @param changes Mutations accepted by `isEdit`, in their order. All later mutations are reversed already, or only added nodes
 */
export function revert(changes: readonly MutationRecord[]): void {
  for (const change of changes.toReversed()) {
    const { target, attributeName, oldValue, addedNodes, removedNodes } = change;
    if (attributeName === "id") {
      if (target instanceof HTMLElement) rename(target, (oldValue ?? "").replace(/:item$/, ""));
    } else if (attributeName) {
      choose(target, oldValue ?? "");
    } else {
      for (const node of addedNodes) target.removeChild(node);
      for (const node of removedNodes) target.insertBefore(node, placeIn(change));
    }
  }
}

/** Returns the node before which a removed one was. */
function placeIn({ target, previousSibling, nextSibling }: MutationRecord): Node | null {
  if (nextSibling?.parentNode === target) return nextSibling;
  return previousSibling?.parentNode === target ? previousSibling.nextSibling : null;
}

/** Chooses the case with a tag. The union then shows it, because the control fires `change`. */
function choose(shown: Node, tag: string): void {
  for (const control of tagControls(shown)) {
    if (control instanceof HTMLSelectElement) control.value = tag;
    else control.checked = control.value === tag;
  }
  chosenControl(shown)?.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Returns the control that holds the tag of a union: a select, or the checked radio button.
 *
 * @param shown The element with the shown case
 */
export function chosenControl(shown: Node): TagControl | undefined {
  return [...tagControls(shown)].find((control) => control.matches("select,:checked"));
}

type TagControl = HTMLSelectElement | HTMLInputElement;

function tagControls({ parentElement }: Node): Iterable<TagControl> {
  return parentElement?.querySelectorAll<TagControl>(":scope > [data-tf-tag] :is(select,[type=radio])") ?? [];
}
