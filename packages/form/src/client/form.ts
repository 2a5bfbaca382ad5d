/*
 * In a form with a field named `querySelector`, `form.querySelector` is that field. The script therefore never calls methods
 * of a form directly: it calls the methods of `Element.prototype` on the form.
 */

/**
 * Finds the nearest matching element around a target, which may itself match.
 *
 * @param target An event's target or an element; forms are safe
 */
export function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element
    ? Element.prototype.closest.call<Element, [string], HTMLElement | null>(target, selector)
    : null;
}

/** Returns true if a target is an element that matches a selector; forms are safe. */
export function isMatch(target: EventTarget | null, selector: string): boolean {
  return closest(target, selector) === target && target !== null;
}

/**
 * Finds the first matching element of a form.
 *
 * @param within Any element of the form
 */
export function firstInForm(within: Element, selector: string): HTMLElement | null {
  const form = closest(within, "form");
  return form && Element.prototype.querySelector.call<Element, [string], HTMLElement | null>(form, selector);
}

/** Finds all matching elements; forms are safe. */
export function find(within: Element, selector: string): HTMLElement[] {
  return [...Element.prototype.querySelectorAll.call(within, selector)].filter(
    (element) => element instanceof HTMLElement,
  );
}

/** Returns an attribute; forms are safe. A missing one is `""`. */
export function attributeOf(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? "";
}

/**
 * Keeps the browser from restoring typed values when a person returns to the page. The page then has the items that the server
 * sent, and browsers restore values by name and order, so the values would end up in the wrong items.
 *
 * @param within Any element of the form
 */
export function forgetValues(within: Element): void {
  const form = closest(within, "form");
  if (form) Element.prototype.setAttribute.call(form, "autocomplete", "off");
}
