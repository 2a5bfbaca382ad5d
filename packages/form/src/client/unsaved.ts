/**
 * Makes the browser ask before a person leaves a page with unsaved changes. Only forms with the option `warnUnsaved` load it.
 */
import { closest } from "./form.ts";

/** True for forms changed since the last submit, false for submitted ones. For other forms `data-tf-warn` holds the state. */
const changes = new WeakMap<Element, boolean>();

/**
 * Records that a form was changed, submitted or reset. A form whose submit had no answer counts as changed.
 *
 * @param event An `input`, `change`, `submit`, `reset` or `tf-unanswered` event
 */
function noteChange({ target, type }: Event): void {
  const form = closest(target, "form");
  if (!form) return;
  if (type === "reset") changes.delete(form);
  else changes.set(form, type !== "submit");
}

/**
 * Makes the browser ask before leaving a page with unsaved changes in a form with `data-tf-warn`.
 *
 * @param event A `beforeunload` event
 */
function warn(event: Event): void {
  for (const form of document.querySelectorAll("form[data-tf-warn]")) {
    if (changes.get(form) ?? closest(form, "[data-tf-warn=unsaved]")) event.preventDefault();
  }
}

for (const type of ["input", "change", "submit", "reset", "tf-unanswered"])
  document.addEventListener(type, noteChange);
addEventListener("beforeunload", warn);
