import { closest, type HtmlPage, isElement, type PageElement, textOf } from "./html-page.ts";

/**
 * Returns the names that a person uses for a control or group: its accessible name, and the texts that it is made of.
 *
 * A button may be called "Remove Move 1" or, as it is printed, "Remove".
 */
export function namesOf(element: PageElement, page: HtmlPage): readonly string[] {
  const { "aria-labelledby": ids, "aria-label": label, title, placeholder } = element.attribs;
  const referenced = (ids ?? "")
    .split(/\s+/)
    .flatMap((id) => page.byId(id) ?? [])
    .map(textOf);
  const names = [referenced.join(" ").trim(), label ?? "", ...printedNames(element, page)];
  const found = names.filter((name) => name !== "");
  return [...new Set(found.length > 0 ? found : [title ?? placeholder ?? ""].filter(Boolean))];
}

function printedNames(element: PageElement, page: HtmlPage): readonly string[] {
  switch (element.name) {
    case "button":
      return [textOf(element)];
    case "fieldset": {
      const legend = element.children.find(isElement);
      return legend?.name === "legend" ? [textOf(legend)] : [];
    }
    case "input":
    case "select":
    case "textarea": {
      const { type = "", value = "" } = element.attribs;
      if (["submit", "button", "reset"].includes(type.toLowerCase())) return [value];
      const texts = page.labelsOf(element).map(textOf);
      return [texts.join(" ").trim(), ...texts];
    }
    default:
      return [];
  }
}

/** Returns true if a text contains a name as whole words: "Add Move" contains "Move". */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + words.length] ?? " "];
    if (!isWord(before) && !isWord(after)) return true;
  }
  return false;
}

function isWord(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

/** Returns true if the element, or one around it, is not shown. */
export function isHidden(element: PageElement): boolean {
  return closest(element, ({ attribs }) => attribs["hidden"] !== undefined) !== undefined;
}
