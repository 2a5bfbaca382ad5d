import { closest } from "./form.ts";

/** Whether a form has been changed since it was submitted. Of others, `data-tf-warn` says how they arrived. */
const changes = new WeakMap<Element, boolean>();

/**
 * Notes that something in a form was changed, or that the form was submitted or reset.
 *
 * @param event An `input`, `change`, `submit` or `reset` event
 */
export function noteChange({ target, type }: Event): void {
  const form = closest(target, "form");
  if (!form) return;
  if (type === "reset") changes.delete(form);
  else changes.set(form, type !== "submit");
}

/**
 * Has the browser ask before the page is left, where a form with `data-tf-warn` has been changed and not submitted.
 *
 * @param event A `beforeunload` event
 */
export function warn(event: Event): void {
  for (const form of document.querySelectorAll("form[data-tf-warn]")) {
    if (changes.get(form) ?? closest(form, "[data-tf-warn=unsaved]")) event.preventDefault();
  }
}
