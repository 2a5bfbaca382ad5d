import type { Pstruct } from "@turnform/schema";
import type { Field } from "../field.ts";
import type { Place } from "../place.ts";
import type { View } from "../view.ts";

/**
 * How a field is drawn and read. Immutable, shared by all requests.
 *
 * In a blank item a widget works like any other: it derives every id and every name that must be unique on the page
 * from `place.id`, and posts at least one control.
 */
export interface Widget {
  /** The template that draws its views. */
  readonly template: string;
  /** Names of the files in `@turnform/form/client/` that a page with it loads, beyond those of every form. */
  readonly resources?: readonly string[];
  /** Whether it posts files, so that its form is sent as multipart/form-data; default false. */
  readonly multipart?: boolean;
  /**
   * Undoes the widget's own encoding.
   *
   * @param field Where the widget stands
   * @param pstruct What was posted for the field; undefined where nothing was
   * @returns the cstruct: texts for the schema to deserialize. A value of another shape is handed on as it is, so that
   *   the schema reports it
   */
  deserialize(field: Field, pstruct: Pstruct | undefined): unknown;
  /**
   * Describes the field to its template.
   *
   * @param place The field on this page: its id, value and errors
   */
  view(place: Place): View;
  /**
   * The id of the element that takes the focus when the field is meant.
   *
   * @param field Where the widget stands
   * @param id The field's id
   */
  focusId(field: Field, id: string): string;
}

declare module "zod" {
  interface GlobalMeta {
    /**
     * How the field is drawn, in place of the widget that follows from its type: a {@link Widget}.
     *
     * Only its first property is spelt out, since zod maps over the types of metadata, and a widget's are recursive.
     */
    widget?: Pick<Widget, "template">;
  }
}

/** Whether metadata's `widget` is one. */
export function isWidget(value: unknown): value is Widget {
  const methods = ["deserialize", "view", "focusId"];
  return (
    typeof value === "object" &&
    value !== null &&
    methods.every((method) => typeof Reflect.get(value, method) === "function")
  );
}
