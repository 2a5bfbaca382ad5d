/*
 * A form's members give way to its fields: in a form with a field named `querySelector`, `form.querySelector` is that
 * field. So nothing asks a form itself; the methods that all elements have are called on it.
 */

/**
 * Finds the live region of a form.
 *
 * @param within An element of the form
 * @returns Its `data-tf-live` element, or null where it has none
 */
export function liveRegionOf(within: Element): HTMLElement | null {
  const form = within.closest("form");
  const region = form && Element.prototype.querySelector.call(form, "[data-tf-live]");
  return region instanceof HTMLElement ? region : null;
}

/**
 * Keeps the browser from restoring what was typed when a person comes back to the page. It would fill the fields by
 * their names and order, and so those of other items, since the page comes back as the server sent it.
 *
 * @param within An element of the form
 */
export function forgetValues(within: Element): void {
  const form = within.closest("form");
  if (form) Element.prototype.setAttribute.call(form, "autocomplete", "off");
}
