import { closest } from "./form.ts";
import { move, moveOn } from "./move.ts";
import { editButtons, ITEM, sequenceOf } from "./sequence.ts";

/** Controls that Alt and an arrow mean something to. */
const TAKEN = "select,textarea,[list],[role=combobox],[type^=date],[type=time],[contenteditable]";

/**
 * Moves the innermost orderable item around the focus by Alt+ArrowUp and Alt+ArrowDown; past the end, on to the next
 * sequence of its group. The focus stays where it is.
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
  // A button is off at the end that it leads to.
  const focus = [document.activeElement, ...editButtons(item, "up", "down")];
  if (!move(item, direction, focus)) moveOn(item, direction, focus);
}
