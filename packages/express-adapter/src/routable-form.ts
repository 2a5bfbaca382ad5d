import type { FilledForm, Language } from "@turnform/form";
import type { Bindings, Control, Invalid, SchemaNode } from "@turnform/schema";

/** The members of a form that a route uses. Every form of `@turnform/form` has them, bound or not. */
export interface RoutableForm {
  readonly formId: string;
  readonly method: "get" | "post";
  readonly node: SchemaNode;
  bind(bindings: Bindings): BoundForm;
  withLanguage(language: Language): RoutableForm;
}

/** A form that can be rendered, because its schema has no deferred parts left. */
export interface BoundForm extends RoutableForm {
  render(appstruct?: unknown): FilledForm;
  renderAsync(appstruct?: unknown): Promise<FilledForm>;
  validateAsync(controls: Iterable<Control>, current?: unknown): Promise<RoutableResult>;
  validateDataAsync(data: unknown, current?: unknown): Promise<RoutableDataResult>;
}

/** The members of the result of JSON that a route uses. */
export type RoutableDataResult =
  | {
      readonly kind: "valid";
      readonly value: unknown;
      readonly changed: readonly string[];
      readonly typed: unknown;
    }
  | { readonly kind: "invalid"; readonly error: Invalid };

/** The members of a validation's result that a route uses. */
export type RoutableResult =
  | {
      readonly kind: "valid";
      readonly value: unknown;
      /** Paths of the values that differ from the current data. */
      readonly changed: readonly string[];
      /** The posted fields as their widgets read them: equal for two posts with the same content. */
      readonly typed: unknown;
      readonly button?: string;
      readonly form: FilledForm;
    }
  | { readonly kind: "invalid"; readonly form: FilledForm }
  /** `isCheck` is true if a script asked for the errors only. */
  | { readonly kind: "edited"; readonly isCheck?: true; readonly form: FilledForm }
  | { readonly kind: "malformed"; readonly error: { readonly message: string }; readonly form: FilledForm };

/** The form with the deferred parts of its schema. Its types are those of the route's callbacks. */
type Bound<F extends RoutableForm> = ReturnType<F["bind"]>;

/** The result of a valid post. */
export type Valid<F extends RoutableForm> = Bound<F>["validateAsync"] extends (
  ...args: never
) => Promise<infer Result>
  ? Extract<Result, { readonly kind: "valid" }>
  : never;

/** The page of a form. */
export type PageOf<F extends RoutableForm> = ReturnType<Bound<F>["render"]>;

/** Data for a page of a form. */
export type DataFor<F extends RoutableForm> = Parameters<Bound<F>["render"]>[0];
