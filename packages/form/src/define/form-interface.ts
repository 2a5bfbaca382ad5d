import type { Bindings, Control, Invalid, SchemaNode, StructureError } from "@turnform/schema";
import type { z } from "zod";
import type { Language } from "../languages/language.ts";
import type { FilledForm } from "../page/filled-form.ts";
import type { PageError } from "../page/page-limit.ts";
import type { Resource } from "../page/resources.ts";
import type { ChangedPath, DeepPartial } from "../field/paths.ts";
import type { WidgetsAt } from "./form-options.ts";

/** The schema of a form: an object, or a union or intersection of objects, perhaps with transforms. */
export type FormSchema = z.core.$ZodType<unknown, Record<string, unknown>>;

/** Options of a page. */
export interface RenderOptions {
  /** Shows values instead of controls, without buttons. Default: false. */
  readonly readonly?: boolean;
}

/** The result of a post. `Name` is the union of the names of the buttons. */
export type ValidationResult<S extends z.core.$ZodType, Name extends string = string> =
  /**
   * Valid data. `button` is the name of the pressed button, if any. `changed` lists the paths whose values differ from the current data,
   * as `changedPaths` compares them: `[]` if nothing differs, and `[""]`, the root, without current data. `typed` contains the posted
   * fields as their widgets read them, without added controls and fields that can't be edited: two posts with the same content have
   * equal values.
   */
  | {
      readonly kind: "valid";
      readonly value: z.output<S>;
      readonly changed: readonly ChangedPath<S>[];
      readonly typed: unknown;
      readonly button?: Name;
      readonly form: FilledForm<S>;
    }
  /** Invalid data. `form` shows the typed values, with every error at its field. */
  | {
      readonly kind: "invalid";
      readonly error: Invalid;
      readonly button?: Name;
      readonly form: FilledForm<S>;
    }
  /**
   * An edit of a list without JavaScript. `form` shows the edited list; nothing was validated, except pasted cells. `isCheck` is true if a
   * script asked for the errors, see the option `enhance`. `form` then shows them, and its files are not to be kept.
   */
  | { readonly kind: "edited"; readonly isCheck?: true; readonly form: FilledForm<S> }
  /** The markers can't be read (400), or the page would be too long (413). `form` is an empty page with this status. */
  | { readonly kind: "malformed"; readonly error: StructureError | PageError; readonly form: FilledForm<S> };

/**
 * The result of data from JSON. It is that of a post with the same content, without a page. The paths of errors lead into the data: an entry of
 * a record is found by its key.
 */
export type DataResult<S extends z.core.$ZodType> =
  | Pick<Extract<ValidationResult<S>, { kind: "valid" }>, "kind" | "value" | "changed" | "typed">
  | Pick<Extract<ValidationResult<S>, { kind: "invalid" }>, "kind" | "error">;

/** Data for a page: the output of the schema, or any part of it. */
export type DataOf<S extends z.core.$ZodType> = DeepPartial<z.output<S>>;

/** A property that holds a function, but is compared like a method: every form is then a `Form<FormSchema>`. */
type Method<Given extends readonly unknown[], Result> = { method(...given: Given): Result }["method"];

/** A form whose schema has deferred parts. It can't be rendered until it is bound. */
export interface UnboundForm<S extends FormSchema, Name extends string = string> {
  readonly formId: string;
  readonly method: "get" | "post";
  readonly node: SchemaNode;
  /**
   * Returns the form with the deferred parts of its schema, for one request.
   *
   * @param bindings Values for making the deferred parts
   */
  readonly bind: (bindings: Bindings) => Form<S, Name>;
  /**
   * Returns the form in another language. It changes the form's own texts, not those of the schema. Each language is made once.
   *
   * @param language Such as `german`
   */
  readonly withLanguage: (language: Language) => UnboundForm<S, Name>;
  /**
   * Returns the form with other widgets.
   *
   *     form.withWidgets({ "cycles.*.*.angle": rangeInput(), "**.note": { placeholder: "…" } })
   *
   * @param widgets Widgets, or options for the existing ones, by paths. `*` stands for one name or the items of a list, `**` for
   *   any number of them. The last matching path counts
   * @throws TypeError if no field is at a path, or a widget does not fit
   */
  readonly withWidgets: Method<[widgets: WidgetsAt<S>], UnboundForm<S, Name>>;
  /** Returns the files that a page with the form loads, stylesheets and scripts. The server chooses their addresses. */
  readonly resources: () => readonly Resource[];
  /** Returns the types of fields that neither posts nor JSON can set: fields that can't be edited, and computed ones. */
  readonly unreadTypes: () => ReadonlySet<z.core.$ZodType>;
}

/** A form: a schema with widgets that draw and read it. It is immutable, and all requests share it. */
export interface Form<S extends FormSchema, Name extends string = string> extends UnboundForm<S, Name> {
  /**
   * Fills the form.
   *
   * @param appstruct Output data of the schema, or any part of it. Default: defaults and initial values
   */
  readonly render: Method<[appstruct?: DataOf<S>, options?: RenderOptions], FilledForm<S>>;
  /** Fills the form, and waits for promised choices. */
  readonly renderAsync: Method<[appstruct?: DataOf<S>, options?: RenderOptions], Promise<FilledForm<S>>>;
  /**
   * Reads and validates a post. It never throws, whatever was posted.
   *
   * @param controls Name/value pairs in document order
   * @param current Data that filled the form. Fields that can't be edited (`readonly`, `disabled`) take their values from it, or
   *   else from defaults and initial values. An item of a list takes those of the current item with its `id`, with its key in a
   *   record, or with these values; a new item takes defaults. A valid result tells what differs from it
   */
  readonly validate: Method<[controls: Iterable<Control>, current?: DataOf<S>], ValidationResult<S, Name>>;
  /** Reads and validates a post with asynchronous refinements or promised choices. */
  readonly validateAsync: Method<
    [controls: Iterable<Control>, current?: DataOf<S>],
    Promise<ValidationResult<S, Name>>
  >;
  /**
   * Validates data from JSON, in the shape of the schema's input, as a post with the same content. Widgets check and clean the texts; fields
   * that can't be edited, hidden and computed ones are not read. It never throws, whatever the data are.
   *
   * Numbers, booleans and dates are in the notation of JSON and the schema, whatever the form's language. Null is a missing value.
   *
   * @param data Any value, such as the result of `JSON.parse()`
   * @param current Same as for `validate`
   */
  readonly validateData: Method<[data: unknown, current?: DataOf<S>], DataResult<S>>;
  /** Works like `validateData`, with asynchronous refinements or promised choices. */
  readonly validateDataAsync: Method<[data: unknown, current?: DataOf<S>], Promise<DataResult<S>>>;
  /**
   * Shows typed values without errors, for a button that goes back, or keeps a draft.
   *
   * @param controls Posted name/value pairs. For unreadable markers the result is an empty page with the status 400, for a page
   *   longer than `maxPageSize` one with 413
   * @param current Same as for `validate`
   */
  readonly draft: Method<[controls: Iterable<Control>, current?: DataOf<S>], FilledForm<S>>;
  /** Works like `draft`, and waits for promised choices. */
  readonly draftAsync: Method<[controls: Iterable<Control>, current?: DataOf<S>], Promise<FilledForm<S>>>;
  readonly withLanguage: (language: Language) => Form<S, Name>;
  readonly withWidgets: Method<[widgets: WidgetsAt<S>], Form<S, Name>>;
}
