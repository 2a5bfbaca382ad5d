/**
 * Drags items by their handles. At the end the item fires `tf-drop` with its previous sequence as the `detail`, and turnform.js
 * does the rest. Pages with orderable lists load this file.
 */
import { closest } from "../form.ts";
import { groupOf } from "../move.ts";
import { ITEM, itemsOf, limits, listOf, neighbour, sequenceOf, type Direction } from "../sequence.ts";

/** Distance of the pointer from the top or bottom of the window, in CSS pixels, at which the page scrolls. */
const EDGE = 48;

/**
 * Drags an item by its `data-tf-handle`. The item stays under the pointer, and its place in its sequence or group follows, until
 * it is dropped. Escape puts it back. The page scrolls only near the edges of the window.
 *
 * @param event A `pointerdown` event: mouse, pen or touch
 */
function startDragging(event: PointerEvent): void {
  const item = closest(closest(event.target, "[data-tf-handle]"), ITEM);
  const home = item && sequenceOf(item);
  if (!home || event.button !== 0 || !event.isPrimary || event.defaultPrevented) return;
  event.preventDefault();
  drag(item, home, event);
}

function drag(item: HTMLElement, home: HTMLElement, start: PointerEvent): void {
  let { clientX: x, clientY: y } = start;
  const grip = y - item.getBoundingClientRect().top;
  const { style } = document.documentElement;
  /** Distance of the item from its place, in CSS pixels. */
  let shift = 0;
  const index = itemsOf(home).indexOf(item);
  const open = limits(home).atMin ? [] : groupOf(home);
  const dragging = new AbortController();
  const { signal } = dragging;
  // Capturing delivers the pointer's events wherever it goes, even if the element under it is removed.
  document.documentElement.setPointerCapture(start.pointerId);
  item.dataset.tfDragging = "";
  // Otherwise browsers scroll the page whenever the item leaves a place above
  style.overflowAnchor = "none";

  function follow(): void {
    const under = document.elementsFromPoint(x, y).find((element) => !item.contains(element)) ?? null;
    const over = open.findLast((sequence) => sequence.contains(under) && !item.contains(sequence));
    if (over && over !== sequenceOf(item) && (over === home || !limits(over).atMax))
      listOf(over)?.append(item);
    passOthers(item, y - grip);
    // Inside of the form, because beyond its end the page would grow
    const { top, height } = item.getBoundingClientRect();
    const { bottom = Infinity } = closest(home, "form")?.getBoundingClientRect() ?? {};
    shift += Math.min(y - grip, bottom - height) - top;
    item.style.translate = `0 ${shift}px`;
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
    item.style.translate = "";
    // After the page is laid out
    item.getBoundingClientRect();
    style.overflowAnchor = "";
  }

  function letGo(): void {
    follow();
    end();
    if (itemsOf(home)[index] !== item)
      item.dispatchEvent(new CustomEvent("tf-drop", { bubbles: true, detail: home }));
  }

  function putBack(): void {
    const next = itemsOf(home).filter((other) => other !== item)[index];
    if (next) next.before(item);
    else listOf(home)?.append(item);
    end();
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

document.addEventListener("pointerdown", startDragging);
