import type { Bindings, Control, Invalid, SchemaNode, StructureError } from "@turnform/schema";
import type { z } from "zod";
import type { Language } from "../languages/language.ts";
import type { FilledForm } from "../page/filled-form.ts";
import type { PageError } from "../page/page-limit.ts";
import type { Resource } from "../page/resources.ts";
import type { GivenWidget } from "./choose-widget.ts";

/** How a page is drawn. */
export interface RenderOptions {
  /** Shows values instead of controls, without buttons; default false. */
  readonly readonly?: boolean;
}

/** What a post turned out to be. */
export type ValidationResult<S extends z.ZodType> =
  /**
   * Data that passed; `button` is the name of the button that was pressed, if any was. `typed` holds the posted fields as their
   * widgets read them, without added controls and fields that can't be edited: equal where two posts say the same.
   */
  | {
      readonly kind: "valid";
      readonly value: z.output<S>;
      readonly typed: unknown;
      readonly button?: string;
      readonly form: FilledForm;
    }
  /** What the person typed, every error at its field. */
  | { readonly kind: "invalid"; readonly error: Invalid; readonly button?: string; readonly form: FilledForm }
  /** A sequence was edited without JavaScript: the page again, nothing validated. */
  | { readonly kind: "edited"; readonly form: FilledForm }
  /** The markers can't be read (400), or the page would be too long (413): `form` is an empty page with that status. */
  | { readonly kind: "malformed"; readonly error: StructureError | PageError; readonly form: FilledForm };

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
  readonly render: (appstruct?: unknown, options?: RenderOptions) => FilledForm;
  /**
   * Reads a post: never throws on what a stranger sent.
   *
   * @param controls Name/value pairs in document order
   * @param current The data that the form was filled with: fields that can't be edited (`readonly`, `disabled`) keep their
   *   value of it, whatever is posted. Without it, defaults and initial values. An item of a list keeps the values of the
   *   item that it was, found by its `id`, by its key in a record, or by these values; a new item takes defaults
   */
  readonly validate: (controls: Iterable<Control>, current?: unknown) => ValidationResult<S>;
  /** `validate` for schemas with asynchronous refinements. */
  readonly validateAsync: (controls: Iterable<Control>, current?: unknown) => Promise<ValidationResult<S>>;
  /**
   * Shows what a person typed and nothing of what is wrong with it: for a button that goes back, or keeps a draft.
   *
   * @param controls As they were posted; markers that can't be read give an empty page with the status 400, and what would be
   *   longer than `maxPageSize` one with 413
   * @param current As of `validate`
   */
  readonly draft: (controls: Iterable<Control>, current?: unknown) => FilledForm;
  /**
   * The form with the deferred parts of its schema made, for one request; nothing is changed.
   *
   * @param bindings What the deferred parts are made of
   */
  readonly bind: (bindings: Bindings) => Form<S>;
  /**
   * The form in another language: what it writes by itself, not what the schema says. Cheap: it is made once a language.
   *
   * @param language Such as `german`
   */
  readonly withLanguage: (language: Language) => Form<S>;
  /**
   * The form with other widgets; nothing is changed.
   *
   *     form.withWidgets({ "cycles.*.*.angle": rangeInput(), "**.note": { placeholder: "…" } })
   *
   * @param widgets Widgets, or options of those there are, by paths; `*` stands for one name or the items of a list, `**` for
   *   any number. Of several that fit, the last one counts
   * @throws TypeError where no field stands at a path, or the widget does not fit
   */
  readonly withWidgets: (widgets: Readonly<Record<string, GivenWidget>>) => Form<S>;
  /** The files that a page with the form loads: a stylesheet, scripts. Where they are is the server's to say. */
  readonly resources: () => readonly Resource[];
}
