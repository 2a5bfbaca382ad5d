import type { Control } from "@turnform/schema";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf, type PageElement } from "./page.ts";

/** A form with one field, and what a test asks of it. */
export interface OneField {
  /** Its page, with a value where one is given; errors of a post where there was one. */
  page(value?: unknown): PageElement;
  /** Its value where it can only be read. */
  words(value: unknown): string | undefined;
  /** What comes of a post: the field's value, or its errors with what is shown again. */
  post(...controls: readonly Control[]): Posted;
}

/** What comes of a post. */
interface Posted {
  readonly value?: unknown;
  readonly errors?: readonly string[];
  readonly page: PageElement;
}

/** Makes a form whose one field is called `it`. */
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

/** The controls of a field that is posted as a mapping. */
export function mappingOf(parts: Readonly<Record<string, string>>): Control[] {
  return [["__start__", "it:mapping"], ...Object.entries(parts), ["__end__", "it:mapping"]];
}

/** The attributes of the first element that a selector finds, by name; those that are not there are null. */
export function attributesOf(
  page: PageElement,
  selector: string,
  ...names: readonly string[]
): Readonly<Record<string, string | null | undefined>> {
  const element = page.querySelector(selector);
  return Object.fromEntries(names.map((name) => [name, element?.getAttribute(name)]));
}
