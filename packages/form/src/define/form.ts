import { schema } from "@turnform/schema";
import type { z } from "zod";
import { describeValue } from "../field/describe-value.ts";
import { checkPatterns } from "./form-context.ts";
import type { Form } from "./form-interface.ts";
import { type FormOptions, withDefaults } from "./form-options.ts";
import { SchemaForm } from "./schema-form.ts";

/**
 * Makes a form from a zod schema. Call it once, at start-up.
 *
 *     const form = createForm(z.object({ name: z.string() }), { formId: "person", buttons: ["save"] });
 *     String(form.render({ name: "Ann" }))   // <form class="tf-form" id="person" …
 *
 * @param type Any zod object schema; it is not changed
 * @param options Id, address, buttons and more
 * @throws UnsupportedTypeError if a type in the schema has no place in a form
 * @throws TypeError if the schema is no object, a field has no widget, or a name can't be posted
 */
export function createForm<S extends z.ZodObject>(type: S, options: FormOptions = {}): Form<S> {
  return createFormWith({})(type, options);
}

/**
 * Returns a `createForm` with an application's defaults.
 *
 *     export const createForm = createFormWith({ theme: bootstrap(), language: german, kinds: { boolean: switchInput() } });
 *
 * @param defaults Options of all forms, instead of Turnform's defaults
 */
export function createFormWith(defaults: FormOptions): typeof createForm {
  return (type, options) => {
    const given: unknown = type;
    if (typeof given !== "object" || given === null || !("_zod" in given))
      throw new TypeError(
        `createForm needs a zod 4 object, such as z.object({ … }); it got ${describeValue(given)}`,
      );
    const compiled = schema(type);
    checkPatterns(options?.widgets, compiled.node);
    return new SchemaForm(compiled, withDefaults(defaults, options));
  };
}
