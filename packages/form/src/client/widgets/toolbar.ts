/**
 * Makes the edit buttons of an item a toolbar: one Tab stop, with arrow keys between its buttons. Without the script they are plain
 * buttons. Menus of buttons close when the focus leaves them.
 */
import { closest, isMatch } from "../form.ts";
import { controlFor } from "../rove.ts";
import { SEQUENCE } from "../sequence.ts";
import { textFor } from "../texts.ts";

/** The menu of secondary buttons of an item, and the menu of the kinds to add. */
const MENU = ".tf-more,.tf-kinds";

class ToolbarElement extends HTMLElement {
  connectedCallback(): void {
    const [first, second] = controlsIn(this);
    if (!first || !second) return;
    this.id = `${first.id.slice(0, first.id.lastIndexOf(":"))}:actions`;
    this.setAttribute("role", "toolbar");
    this.setAttribute("aria-label", textFor(this, "actions"));
    // "Actions", and the name of the item, which also ends the names of the buttons
    this.setAttribute(
      "aria-labelledby",
      (first.getAttribute("aria-labelledby") ?? "").replace(first.id, this.id),
    );
    this.chooseStop();
  }

  /** Makes one control the Tab stop: a given one, or else the present stop, or the first possible. */
  chooseStop(given?: Element | null): void {
    const controls = controlsIn(this);
    if (controls.length < 2) return;
    const isPossible = (control: Element): boolean => !control.matches(":disabled");
    const stop =
      given ??
      controls.find(
        (control) => control.tabIndex === 0 && isPossible(control) && control.parentElement === this,
      ) ??
      controls.find((control) => isPossible(control) && control.parentElement === this);
    for (const control of controls) {
      // If only the menu is possible, a wide screen shows its first button, and a narrow one its own button
      const isStop = stop ? control === stop : isPossible(control);
      control.tabIndex = isStop ? 0 : -1;
    }
  }
}

customElements.define("tf-toolbar", ToolbarElement);

function toolbarOf(target: EventTarget | null): ToolbarElement | undefined {
  const toolbar = closest(target, "tf-toolbar");
  return toolbar instanceof ToolbarElement ? toolbar : undefined;
}

document.addEventListener("focusin", ({ target }) => {
  toolbarOf(target)?.chooseStop(closest(target, "summary,button"));
});
// Safari doesn't focus a pressed button, so a menu that loses the focus to nothing stays open.
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const menu = closest(target, MENU);
  if (relatedTarget instanceof Node && !menu?.contains(relatedTarget)) menu?.removeAttribute("open");
});
document.addEventListener("pointerdown", ({ target }) => {
  for (const menu of document.querySelectorAll(MENU))
    if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute("open");
});
document.addEventListener("keydown", (event) => {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
  if (press(event)) event.preventDefault();
});

/** Closes a menu, or moves the focus in a menu or toolbar. Returns false for keys without a meaning. */
function press(event: KeyboardEvent): boolean {
  const menu = closest(event.target, MENU);
  const isOpen = menu?.hasAttribute("open") === true;
  if (event.key === "Escape" && isOpen) {
    menu?.querySelector("summary")?.focus();
    menu?.removeAttribute("open");
    return true;
  }
  const holder = closest(event.target, "tf-toolbar") ?? menu;
  const next = holder && controlFor(event, holder, visibleIn(holder), isOpen);
  next?.focus();
  return Boolean(next);
}

function visibleIn(holder: Element): HTMLElement[] {
  return controlsIn(holder).filter((control) => !control.matches(":disabled") && control.checkVisibility());
}

function controlsIn(holder: Element): HTMLElement[] {
  return [...holder.querySelectorAll<HTMLElement>("summary,button")];
}

/** Toolbars without a Tab stop in sight. All others keep theirs, so that an edit does not visit each item of a long list. */
const STOPLESS = "tf-toolbar:not(:has(>[tabindex='0']:enabled))";

// Chromium tells screen readers of cards before it has their styles, and takes hidden inputs for text boxes.
for (const input of document.querySelectorAll(".tf-long input[type=hidden]")) input.ariaHidden = "true";

// An edit makes other edits possible, and impossible.
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof Element) || !isMatch(target, SEQUENCE)) return;
  for (const toolbar of target.querySelectorAll(STOPLESS)) toolbarOf(toolbar)?.chooseStop();
});
