import type { Control } from "@turnform/schema";
import { parseHTML } from "linkedom";

/** What is read of an element. */
interface FormElement {
  readonly localName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  closest(selector: string): unknown;
  querySelectorAll(selector: string): Iterable<FormElement>;
}

/**
 * The controls that a browser would send of a form, as the HTML standard builds the list of entries.
 *
 * @param html A page or a form
 * @param pressed Value of the id or name of the button that is pressed; none by default
 */
export function submittedControls(html: string, pressed?: string): Control[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const controls: Control[] = [];
  for (const element of document.querySelectorAll("input, select, textarea, button")) {
    const name = element.getAttribute("name");
    if (!name || element.hasAttribute("disabled") || element.closest("template")) continue;
    for (const value of valuesOf(element, pressed))
      controls.push([name, typeof value === "string" ? value.replaceAll(/\r\n?|\n/g, "\r\n") : value]);
  }
  return controls;
}

function valuesOf(element: FormElement, pressed: string | undefined): Control[1][] {
  const value = element.getAttribute("value");
  switch (element.localName) {
    case "select": {
      const options = [...element.querySelectorAll("option")];
      const selected = options.filter((option) => option.hasAttribute("selected"));
      // A list that opens always shows one; one with several rows may have none.
      const opens = !element.hasAttribute("multiple") && Number(element.getAttribute("size") ?? 1) <= 1;
      const shown = selected.length === 0 && opens ? options.slice(0, 1) : selected;
      return shown.map((option) => option.getAttribute("value") ?? option.textContent ?? "");
    }
    case "textarea":
      // A browser leaves out the end of line right after the tag.
      return [decoded(element.textContent ?? "").replace(/^\r?\n/, "")];
    case "button":
      return pressed !== undefined && element.getAttribute("id") === pressed ? [value ?? ""] : [];
    default: {
      const type = element.getAttribute("type");
      if (type === "checkbox" || type === "radio")
        return element.hasAttribute("checked") ? [value ?? "on"] : [];
      // Nothing was chosen
      if (type === "file") return [new File([], "", { type: "application/octet-stream" })];
      return [value ?? ""];
    }
  }
}

/** linkedom leaves the character references in a text area as they are. */
function decoded(text: string): string {
  return parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body.textContent;
}
