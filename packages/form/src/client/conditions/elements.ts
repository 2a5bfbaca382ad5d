/** Selector of a field with conditions, or one in the conditions of others. */
export const FIELD = "[data-tf-name]";
/** Selector of an object, where paths of conditions begin. */
export const SCOPE = "[data-tf-scope],[data-tf-form]";
export const CONTROL = "input,select,textarea";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  );
}
