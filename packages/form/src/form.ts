import {
  type Bindings,
  type Control,
  type DeserializeResult,
  type Edit,
  type Invalid,
  type PstructMapping,
  type SchemaNode,
  type Schema,
  schema,
  structure,
  type StructureError,
} from "@turnform/schema";
import type { z } from "zod";
import { type Button, buttonViews } from "./button.ts";
import { applyEdit } from "./edit.ts";
import { Field, walkFields } from "./field.ts";
import { FilledForm, type FormFrame } from "./filled-form.ts";
import { checkNames, OWN_CONTROLS } from "./check-names.ts";
import { idSegment } from "./ids.ts";
import { type Resource, resourcesOf } from "./resources.ts";

/** How a form is drawn. */
export interface FormOptions {
  /** Id of the form on its page, posted as `__formid__`; default `form`. */
  readonly formId?: string;
  /** Address it is sent to, default the page's own. */
  readonly action?: string;
  /** Default `post`. */
  readonly method?: "get" | "post";
  /** Buttons that send it, by name; Enter presses the first. Default `submit`. */
  readonly buttons?: readonly (string | Button)[];
  /** Leaves all checking to the server, default false: the browser checks what HTML can say. */
  readonly noValidate?: boolean;
  /** Posts by fetch where `turnform-post.js` is in the page, so that errors appear in place; default false. */
  readonly enhance?: boolean;
}

/** What a post turned out to be. */
export type ValidationResult<S extends z.ZodType> =
  /** Data that passed; `button` is the name of the button that was pressed, if any was. */
  | {
      readonly kind: "valid";
      readonly value: z.output<S>;
      readonly button?: string;
      readonly form: FilledForm;
    }
  /** What the person typed, every error at its field. */
  | { readonly kind: "invalid"; readonly error: Invalid; readonly button?: string; readonly form: FilledForm }
  /** A sequence was edited without JavaScript: the page again, nothing validated. */
  | { readonly kind: "edited"; readonly form: FilledForm }
  /** The markers can't be read; `form` is an empty page. */
  | { readonly kind: "malformed"; readonly error: StructureError; readonly form: FilledForm };

/** A form: a schema with the widgets that draw and read it. Immutable, shared by all requests. */
export interface Form<S extends z.ZodObject> {
  readonly formId: string;
  readonly method: "get" | "post";
  /** The root of the schema. */
  readonly node: SchemaNode;
  /**
   * Fills the form.
   *
   * @param appstruct Data as the schema puts it out, or any part of it; without it, defaults and initial values
   */
  render(appstruct?: unknown): FilledForm;
  /**
   * Reads a post: never throws on what a stranger sent.
   *
   * @param controls Name/value pairs in document order
   */
  validate(controls: Iterable<Control>): ValidationResult<S>;
  /** `validate` for schemas with asynchronous refinements. */
  validateAsync(controls: Iterable<Control>): Promise<ValidationResult<S>>;
  /**
   * The form with the deferred parts of its schema made, for one request; nothing is changed.
   *
   * @param bindings What the deferred parts are made of
   */
  bind(bindings: Bindings): Form<S>;
  /** The files that a page with the form loads: a stylesheet, scripts. Where they are is the server's to say. */
  resources(): readonly Resource[];
}

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
  return formOf(schema(type), options);
}

function formOf<S extends z.ZodObject>(compiled: Schema<S>, options: FormOptions): Form<S> {
  const { formId = "form", action = "", method = "post", noValidate = false, enhance = false } = options;
  const root = new Field(compiled.node);
  const buttons = buttonViews(options.buttons ?? ["submit"]);
  checkNames(formId, root, buttons);
  if (enhance && method === "get")
    throw new TypeError("A form sent by GET can't be enhanced: it is posted by fetch");
  const frame: FormFrame = {
    formId,
    idPrefix: idSegment(formId),
    action,
    method,
    noValidate,
    multipart: [...walkFields(root)].some(({ widget }) => widget.multipart === true),
    enhance,
    buttons,
    root,
  };
  const reserved = new Set([...OWN_CONTROLS, ...buttons.map((button) => button.name)]);

  /** What was posted, without the form's own controls. */
  function read(pstruct: PstructMapping): { cstruct: unknown; pressed: { button?: string } } {
    const fields = Object.entries(pstruct).filter(([name]) => !reserved.has(name));
    const button = buttons.find(({ name, value }) => pstruct[name] === value)?.name;
    const own = Object.assign(Object.create(null), Object.fromEntries(fields));
    return { cstruct: root.widget.deserialize(root, own), pressed: button === undefined ? {} : { button } };
  }

  function edited(cstruct: unknown, edit: Edit): ValidationResult<S> {
    return {
      kind: "edited",
      form: new FilledForm(frame, { status: 200, ...applyEdit(root, frame.idPrefix, cstruct, edit) }),
    };
  }

  function finish(
    result: DeserializeResult<z.output<S>>,
    cstruct: unknown,
    pressed: { button?: string },
  ): ValidationResult<S> {
    if (result.ok)
      return {
        kind: "valid",
        value: result.value,
        ...pressed,
        form: new FilledForm(frame, { status: 200, cstruct }),
      };
    const { error } = result;
    return {
      kind: "invalid",
      error,
      ...pressed,
      form: new FilledForm(frame, { status: 422, cstruct, error }),
    };
  }

  /** All of a validation but the schema's part, which may have to be waited for. */
  function begin(controls: Iterable<Control>): ValidationResult<S> | ReturnType<typeof read> {
    const structured = structure(controls);
    if (!structured.ok) {
      return {
        kind: "malformed",
        error: structured.error,
        form: new FilledForm(frame, { status: 400, cstruct: compiled.serialize() }),
      };
    }
    const posted = read(structured.pstruct);
    return structured.edit ? edited(posted.cstruct, structured.edit) : posted;
  }

  return {
    formId,
    method,
    node: compiled.node,
    bind: (bindings) => formOf(compiled.bind(bindings), options),
    resources: () => resourcesOf(root, frame.enhance),
    render: (appstruct) => new FilledForm(frame, { status: 200, cstruct: compiled.serialize(appstruct) }),
    validate(controls) {
      const begun = begin(controls);
      return "kind" in begun
        ? begun
        : finish(compiled.deserialize(begun.cstruct), begun.cstruct, begun.pressed);
    },
    async validateAsync(controls) {
      const begun = begin(controls);
      return "kind" in begun
        ? begun
        : finish(await compiled.deserializeAsync(begun.cstruct), begun.cstruct, begun.pressed);
    },
  };
}
