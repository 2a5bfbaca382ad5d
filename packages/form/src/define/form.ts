import { type Schema, schema, UnboundError } from "@turnform/schema";
import type { z } from "zod";
import { checkPatterns } from "./form-context.ts";
import type { Form, FormSchema, UnboundForm } from "./form-interface.ts";
import { type FormOptions, withDefaults } from "./form-options.ts";
import { SchemaForm } from "./schema-form.ts";

/**
 * Makes a form from a zod schema. Call it once, at start-up.
 *
 *     const form = createForm(z.object({ name: z.string() }), { formId: "person", buttons: ["save"] });
 *     String(form.render({ name: "Ann" }))   // <form class="tf-form" id="person" …
 *
 * @param type A zod object, or a union or intersection of objects; it is not changed
 * @param options Id, address, buttons and more
 * @throws UnsupportedTypeError if a type in the schema has no place in a form
 * @throws TypeError if the schema has no fields, a field has no widget, a name can't be posted, or a part is deferred without the option
 *   `deferred`
 */
export function createForm<
  S extends FormSchema,
  const Name extends string = "submit",
  const IsDeferred extends boolean = false,
>(
  type: S,
  options: FormOptions<S, Name> & DeferredOption<IsDeferred> = {},
): CreatedForm<S, Name, IsDeferred> {
  return createFormWith({})(type, options);
}

/**
 * Returns a `createForm` with an application's defaults.
 *
 *     export const createForm = createFormWith({ theme: bootstrap(), language: german, kinds: { boolean: switchInput() } });
 *
 * @param defaults Options of all forms, instead of Turnform's defaults
 */
export function createFormWith<const Default extends string = "submit">(
  defaults: FormOptions<unknown, Default>,
): CreateForm<Default> {
  return <S extends FormSchema, const Name extends string, const IsDeferred extends boolean>(
    type: S,
    options: FormOptions<S, Name> & DeferredOption<IsDeferred> = {},
  ): CreatedForm<S, Name, IsDeferred> => {
    const compiled = schema(type);
    checkPatterns(options.widgets, compiled.node);
    const form = new SchemaForm<S, Name>(compiled, withDefaults(defaults, options));
    if (options.deferred !== true) refuseDeferred(compiled);
    return created<S, Name, IsDeferred>(form);
  };
}

/** Makes a form. `Default` is the union of the names of the buttons, if a form's options have none. */
export type CreateForm<Default extends string> = <
  S extends FormSchema,
  const Name extends string = Default,
  const IsDeferred extends boolean = false,
>(
  type: S,
  options?: FormOptions<S, Name> & DeferredOption<IsDeferred>,
) => CreatedForm<S, Name, IsDeferred>;

/** The option of a form with deferred parts. It is apart from the others, because it decides the form's type. */
export interface DeferredOption<IsDeferred extends boolean = boolean> {
  /** True if the schema has deferred parts. The form must then be bound before it is rendered. Default: false. */
  readonly deferred?: IsDeferred;
}

/** A form as it is made: unbound if it has deferred parts. */
export type CreatedForm<
  S extends FormSchema,
  Name extends string,
  IsDeferred extends boolean,
> = IsDeferred extends true ? UnboundForm<S, Name> : Form<S, Name>;

/** Returns a form by its type, which depends on the option `deferred`. A form has all members of an unbound one. */
function created<S extends FormSchema, Name extends string, IsDeferred extends boolean>(
  form: Form<S, Name>,
): CreatedForm<S, Name, IsDeferred> {
  return form;
}

/**
 * Refuses a schema with deferred parts, which would fail at the first request.
 *
 * @throws TypeError with their paths
 */
function refuseDeferred(compiled: Pick<Schema<z.core.$ZodType>, "serialize">): void {
  try {
    compiled.serialize();
  } catch (error) {
    if (!(error instanceof UnboundError)) throw error;
    throw new TypeError(
      `The schema has deferred parts (${error.places.join(", ")}). Give the form the option deferred: true, and bind it before you render it`,
      { cause: error },
    );
  }
}
