import { closest } from "./form.ts";
import { move, moveOn } from "./move.ts";
import { editButtons, ITEM, sequenceOf } from "./sequence.ts";

/** Controls with a meaning of their own for Alt and an arrow key. */
const TAKEN = "select,textarea,[list],[role=combobox],[type^=date],[type=time],[contenteditable]";

/**
 * Moves the innermost orderable item around the focus by Alt+ArrowUp and Alt+ArrowDown. At the end of its sequence, the item
 * moves to the next sequence of its group. The focus stays in place.
 *
 * @param event A `keydown` event
 */
export function moveByKey(event: KeyboardEvent): void {
  const direction = event.key === "ArrowUp" ? "previous" : event.key === "ArrowDown" ? "next" : undefined;
  if (!direction || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.defaultPrevented || closest(event.target, TAKEN)) return;
  let item = closest(event.target, ITEM);
  while (item && !sequenceOf(item)?.hasAttribute("data-tf-orderable"))
    item = closest(item.parentElement, ITEM);
  if (!item) return;
  event.preventDefault();
  // The focused button may be disabled at the end of the list.
  const focus = [document.activeElement, ...editButtons(item, "up", "down")];
  if (!move(item, direction, focus)) moveOn(item, direction, focus);
}
