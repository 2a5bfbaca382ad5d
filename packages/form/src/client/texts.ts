import { closest } from "./form.ts";

/**
 * Returns a text in the form's language, from the form's `data-tf-texts`.
 *
 * @param within Any element of the form
 * @param slots Values for the text's slots
 * @returns "" if the form has no text with this id
 */
export function textFor(
  within: Element,
  id: string,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  const form = closest(within, "[data-tf-texts]");
  const json = form ? Element.prototype.getAttribute.call(form, "data-tf-texts") : null;
  const texts: Record<string, string> = JSON.parse(json ?? "{}");
  return (texts[id] ?? "").replace(/\$\{(\w+)\}/g, (slot, name: string) => `${slots[name] ?? slot}`);
}
