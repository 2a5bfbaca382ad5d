import { schema } from "@turnform/schema";
import type { z } from "zod";
import { checkPatterns } from "./form-context.ts";
import type { Form } from "./form-interface.ts";
import { type FormOptions, withDefaults } from "./form-options.ts";
import { SchemaForm } from "./schema-form.ts";

/**
 * Makes a form of a zod schema, once, at start-up.
 *
 *     const form = createForm(z.object({ name: z.string() }), { formId: "person", buttons: ["save"] });
 *     String(form.render({ name: "Ann" }))   // <form class="tf-form" id="person" …
 *
 * @param type Any zod object schema; it is left unchanged
 * @param options Id, address, buttons
 * @throws UnsupportedTypeError where the schema holds a type that can't stand in a form
 * @throws TypeError where the schema is no object, a field has no widget, or a name is one that can't be posted
 */
export function createForm<S extends z.ZodObject>(type: S, options: FormOptions = {}): Form<S> {
  return createFormWith({})(type, options);
}

/**
 * Makes a `createForm` with an application's own defaults.
 *
 *     export const createForm = createFormWith({ theme: bootstrap(), language: german, kinds: { boolean: switchInput() } });
 *
 * @param defaults Options of all forms, in place of Turnform's defaults
 */
export function createFormWith(defaults: FormOptions): typeof createForm {
  return (type, options) => {
    const compiled = schema(type);
    checkPatterns(options?.widgets, compiled.node);
    return new SchemaForm(compiled, withDefaults(defaults, options));
  };
}
