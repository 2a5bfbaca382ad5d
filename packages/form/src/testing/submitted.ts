import type { Control } from "@turnform/schema";
import { parseHTML } from "linkedom";

/** An element, with the properties used here. */
interface FormElement {
  readonly localName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  closest(selector: string): unknown;
  querySelectorAll(selector: string): Iterable<FormElement>;
}

/**
 * Returns a form's controls as a browser sends them, by the HTML standard's entry list.
 *
 * @param html A page or a form
 * @param pressed Id of the pressed button. Default: none
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
      // A drop-down list always has a selection; a list with several rows may have none.
      const opens = !element.hasAttribute("multiple") && Number(element.getAttribute("size") ?? 1) <= 1;
      const shown = selected.length === 0 && opens ? options.slice(0, 1) : selected;
      return shown.map((option) => option.getAttribute("value") ?? option.textContent ?? "");
    }
    case "textarea":
      // A browser ignores the line break right after the tag.
      return [decoded(element.textContent ?? "").replace(/^\r?\n/, "")];
    case "button":
      return pressed !== undefined && element.getAttribute("id") === pressed ? [value ?? ""] : [];
    default: {
      const type = element.getAttribute("type");
      if (type === "checkbox" || type === "radio")
        return element.hasAttribute("checked") ? [value ?? "on"] : [];
      // Without a chosen file, a browser posts an empty one.
      if (type === "file") return [new File([], "", { type: "application/octet-stream" })];
      return [value ?? ""];
    }
  }
}

/** Decodes character references in a text area, because linkedom does not. */
function decoded(text: string): string {
  return parseHTML(`<!doctype html><html><body>${text}</body></html>`).document.body.textContent;
}
