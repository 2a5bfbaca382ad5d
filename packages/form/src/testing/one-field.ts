import type { Control } from "@turnform/schema";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf, type PageElement } from "./page.ts";

/** A form with one field, for tests of a widget. */
export interface OneField {
  /** Renders the page, with a value if one is given. */
  page(value?: unknown): PageElement;
  /** Returns the text of the read-only field. */
  words(value: unknown): string | undefined;
  /** Posts controls and returns the field's value, or its errors and the page with them. */
  post(...controls: readonly Control[]): Posted;
}

/** The result of a post. */
interface Posted {
  readonly value?: unknown;
  readonly errors?: readonly string[];
  readonly page: PageElement;
}

/** Makes a form with one field, called `it`. */
export function oneField(type: z.ZodType): OneField {
  const form = createForm(z.object({ it: type }), { formId: "f" });
  return {
    page: (value) => pageOf(String(value === undefined ? form.render() : form.render({ it: value }))),
    words: (value) =>
      pageOf(String(form.render({ it: value }, { readonly: true })))
        .querySelector("[id='f-it']")
        ?.textContent?.replaceAll(/\s/g, " ")
        .trim(),
    post(...controls) {
      const result = form.validate(controls);
      const page = pageOf(String(result.form));
      if (result.kind === "valid") return { value: result.value["it"], page };
      const messages = [...page.querySelectorAll("[id='f-it:error'] .tf-message")];
      return { errors: messages.map(({ textContent }) => textContent ?? ""), page };
    },
  };
}

/** Returns the controls of the field, posted as a mapping. */
export function mappingOf(parts: Readonly<Record<string, string>>): Control[] {
  return [["__start__", "it:mapping"], ...Object.entries(parts), ["__end__", "it:mapping"]];
}

/** Returns attributes of the first element that matches a selector, by name. A missing attribute is null. */
export function attributesOf(
  page: PageElement,
  selector: string,
  ...names: readonly string[]
): Readonly<Record<string, string | null | undefined>> {
  const element = page.querySelector(selector);
  return Object.fromEntries(names.map((name) => [name, element?.getAttribute(name)]));
}
