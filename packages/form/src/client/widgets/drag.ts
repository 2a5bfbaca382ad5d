import { closest } from "../form.ts";
import { finishMove, groupOf } from "../move.ts";
import { ITEM, itemsOf, limits, listOf, neighbour, sequenceOf, type Direction } from "../sequence.ts";

/** Distance of the pointer from the top or bottom of the window, in CSS pixels, at which the page scrolls. */
const EDGE = 48;

/**
 * Drags an item by its `data-tf-handle`. The item follows the pointer among the items of its sequence or group until it is
 * dropped. Escape puts it back.
 *
 * @param event A `pointerdown` event: mouse, pen or touch
 */
export function startDragging(event: PointerEvent): void {
  const item = closest(closest(event.target, "[data-tf-handle]"), ITEM);
  const home = item && sequenceOf(item);
  if (!home || event.button !== 0 || !event.isPrimary || event.defaultPrevented) return;
  event.preventDefault();
  drag(item, home, event);
}

function drag(item: HTMLElement, home: HTMLElement, start: PointerEvent): void {
  let { clientX: x, clientY: y } = start;
  const grip = y - item.getBoundingClientRect().top;
  const index = itemsOf(home).indexOf(item);
  const open = limits(home).atMin ? [] : groupOf(home);
  const dragging = new AbortController();
  const { signal } = dragging;
  // Capturing delivers the pointer's events wherever it goes, even if the element under it is removed.
  document.documentElement.setPointerCapture(start.pointerId);
  item.dataset.tfDragging = "";

  function follow(): void {
    const under = open.length > 0 ? document.elementFromPoint(x, y) : null;
    const over = open.findLast((sequence) => sequence.contains(under) && !item.contains(sequence));
    if (over && over !== sequenceOf(item) && (over === home || !limits(over).atMax))
      listOf(over)?.append(item);
    passOthers(item, y - grip);
  }

  function scroll(): void {
    if (signal.aborted) return;
    const beyond = Math.min(y - EDGE, 0) || Math.max(y + EDGE - innerHeight, 0);
    if (beyond) scrollBy({ top: beyond / 2, behavior: "instant" });
    follow();
    requestAnimationFrame(scroll);
  }

  function end(): void {
    dragging.abort();
    delete item.dataset.tfDragging;
  }

  function letGo(): void {
    follow();
    end();
    if (itemsOf(home)[index] !== item) finishMove(item, home, []);
  }

  function putBack(): void {
    end();
    const next = itemsOf(home).filter((other) => other !== item)[index];
    if (next) next.before(item);
    else listOf(home)?.append(item);
  }

  function on<K extends keyof DocumentEventMap>(type: K, listen: (event: DocumentEventMap[K]) => void): void {
    document.addEventListener(
      type,
      (event) => {
        // Ignores other fingers.
        if (!("pointerId" in event) || event.pointerId === start.pointerId) listen(event);
      },
      { signal },
    );
  }
  on("pointermove", (event) => ({ clientX: x, clientY: y } = event));
  on("pointerup", letGo);
  on("pointercancel", putBack);
  on("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    putBack();
  });
  on("selectstart", (event) => event.preventDefault());
  scroll();
}

/**
 * Moves an item past all neighbours whose middle it has reached. The passed neighbours are then a whole item away, so items
 * don't flicker.
 *
 * @param top The dragged top of the item, in CSS pixels of the window
 */
function passOthers(item: HTMLElement, top: number): void {
  const bottom = top + item.getBoundingClientRect().height;
  const last = (direction: Direction, isPassed: (middle: number) => boolean): HTMLElement | undefined => {
    let passed: HTMLElement | undefined;
    for (let other = neighbour(item, direction); other && isPassed(middleOf(other));)
      other = neighbour((passed = other), direction);
    return passed;
  };
  const below = last("next", (middle) => bottom > middle);
  if (below) below.after(item);
  else last("previous", (middle) => top < middle)?.before(item);
}

function middleOf(item: Element): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
