import { closest } from "./form.ts";

/**
 * Gives a text in the form's language, which the form hands over in `data-tf-texts`.
 *
 * @param within An element of the form
 * @param id Which text
 * @param slots What fills the text's slots
 * @returns The text, or "" where the form has none of that name
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
