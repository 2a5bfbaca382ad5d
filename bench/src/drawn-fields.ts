import { parseHTML } from "linkedom";

/** The visible parts of a text field. */
export interface DrawnField {
  readonly label: string;
  /** The last part of the field's name. */
  readonly name: string | undefined;
  readonly value: string | null;
  readonly required: boolean;
  readonly isWrong: boolean;
}

/** Returns the text fields of a page in order, and the number of its remove buttons. */
export function drawnFields(html: string): { readonly fields: DrawnField[]; readonly removeButtons: number } {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const template of document.querySelectorAll("template")) template.remove();
  const labels = new Map(
    [...document.querySelectorAll("label")].map((label) => [label.getAttribute("for"), label.textContent]),
  );
  const errors = new Set(
    [...document.querySelectorAll("[id]")].filter(hasText).map((element) => element.getAttribute("id")),
  );
  const fields = [...document.querySelectorAll('input[type="text"]')].map((input) => ({
    label: (labels.get(input.getAttribute("id")) ?? "").replace(/\s*\*$/, ""),
    name: /\w+$/.exec((input.getAttribute("name") ?? "").replaceAll("_", "."))?.[0],
    value: input.getAttribute("value") ?? "",
    required: input.hasAttribute("required"),
    isWrong: (input.getAttribute("aria-describedby") ?? "").split(" ").some((id: string) => errors.has(id)),
  }));
  const removeButtons = [...document.querySelectorAll("button")].filter(
    (button) => button.textContent === "Remove" || button.getAttribute("title") === "Remove",
  ).length;
  return { fields, removeButtons };
}

const hasText = (element: { readonly textContent: string | null }): boolean => element.textContent !== "";
