/*
 * A form's members give way to its fields: in a form with a field named `querySelector`, `form.querySelector` is that
 * field. So nothing asks a form itself; the methods that all elements have are called on it.
 */

/**
 * Finds the nearest element around something, itself included, as `closest` does.
 *
 * @param target Where to begin: an event's target, which may be a form
 * @param selector What to look for
 * @returns The element, or null where there is none
 */
export function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element
    ? Element.prototype.closest.call<Element, [string], HTMLElement | null>(target, selector)
    : null;
}

/**
 * Finds the first of some elements in the form that something is part of.
 *
 * @param within An element of the form
 * @param selector What to look for
 * @returns The element, or null where there is none
 */
export function firstInForm(within: Element, selector: string): HTMLElement | null {
  const form = closest(within, "form");
  return form && Element.prototype.querySelector.call<Element, [string], HTMLElement | null>(form, selector);
}

/**
 * Keeps the browser from restoring what was typed when a person comes back to the page. It would fill the fields by
 * their names and order, and so those of other items, since the page comes back as the server sent it.
 *
 * @param within An element of the form
 */
export function forgetValues(within: Element): void {
  const form = closest(within, "form");
  if (form) Element.prototype.setAttribute.call(form, "autocomplete", "off");
}
