import type { Edit, Pstruct } from "@turnform/schema";
import type { Edited } from "../read/edit.ts";
import type { Field } from "./field.ts";
import type { Filling } from "../read/new-value.ts";
import type { TextId } from "../languages/english-texts.ts";
import type { Place } from "./place.ts";
import type { Reading } from "../read/reading.ts";
import type { Template } from "./template.ts";
import type { FieldConstants } from "./view.ts";

/** What every widget can be told; `V` is the view that its template is given. */
export interface WidgetOptions<V extends object = never> {
  /** Posts the value without showing the field; its errors stand in the summary. Default false. */
  readonly hidden?: boolean;
  /** Shows the value as text, default false. What is posted for the field is not read: it keeps the value it has. */
  readonly readonly?: boolean;
  /** Shows a control that can't be used, default false. What is posted for the field is not read, as with `readonly`. */
  readonly disabled?: boolean;
  /** Whether a fresh page puts the focus here; the first field that asks for it gets it. Default false. */
  readonly autofocus?: boolean;
  /** Shown inside an empty control, default the metadata's `placeholder`. */
  readonly placeholder?: string;
  /** Shown before the control, such as a currency's sign. */
  readonly prefix?: string;
  /** Shown after the control, such as a unit. */
  readonly suffix?: string;
  /** Classes of the control, beside Turnform's own. */
  readonly cssClass?: string;
  /** Classes of the element around the field. */
  readonly itemCssClass?: string;
  /** Draws the field in place of the widget's template: a function, or a Handlebars template read by `handlebars()`. */
  readonly template?: Template<V>;
  /** The same where the field can only be read. */
  readonly readonlyTemplate?: Template;
  /**
   * Further attributes of the control; `true` writes one without a value, `false` leaves it out. HTML's `readonly` is
   * refused where browsers ignore it, as on choices: the option of that name keeps the value.
   */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** What stands before and after a control. */
export type Affixes = Pick<WidgetOptions, "prefix" | "suffix">;

/**
 * How a field is drawn and read. Immutable, shared by all requests.
 *
 * A widget also works in an item that the browser's script makes of a blank one, and in a duplicate, if it keeps to this:
 *
 * - Every id, and every name that must be unique on the page (of a group of radio buttons), begins with `place.id`,
 *   whatever follows begins with `-` or `:`, and `aria-*`, `for` and links hold such ids too: the script renames them. No
 *   other name depends on the place.
 * - An item posts at least one control, even where nothing is chosen or ticked, for items are counted by what they post: a
 *   lone control that may be silent stands in a `rename` marker.
 * - A script of the widget's own works on a custom element, which comes alive wherever it is put into the page. What it adds
 *   inside carries `data-tf-added`: a duplicate is made without that.
 */
export interface Widget {
  /** The template that draws its views. */
  readonly template: string;
  /** The template that draws views which only show the value. Default: the value in words ({@link Widget.text}) under its label. */
  readonly readonlyTemplate?: string;
  readonly options?: WidgetOptions;
  /**
   * Whether it draws a group of controls, under a legend; default false. Only of groups, and of widgets with `edit`, the items of a
   * post count towards the form's `maxPageSize`.
   */
  readonly isGroup?: boolean;
  /** True if browsers ignore HTML's attribute `readonly` on its controls; it is then refused as an attribute. Default: false. */
  readonly ignoresReadonly?: boolean;
  /** Names of the files in `@turnform/form/client/` that a page with it loads, beyond those of every form. */
  readonly resources?: readonly string[];
  /** Texts that its script writes; the page hands them over. */
  readonly scriptTexts?: readonly TextId[];
  /**
   * Returns properties of the field's views that are the same on every page, beside those that follow from the schema and the
   * widget's options, or in place of them. Templates write them once.
   *
   * @param readonly True for views that {@link Widget.readonlyTemplate} draws
   */
  constants?(field: Field, readonly: boolean): object;
  /** What stands before and after its control where its options don't say. */
  affixes?(field: Field): Affixes;
  /** True if the widget posts or keeps files; its form is then sent as multipart/form-data. Default: false. */
  readonly multipart?: boolean;
  /**
   * Undoes the widget's own encoding.
   *
   * @param field Where the widget stands
   * @param pstruct What was posted for the field; undefined where nothing was
   * @param reading Takes what is wrong with the encoding itself, and reads what is inside
   * @returns the cstruct: texts for the schema to deserialize. A value of another shape is handed on as it is, so that
   *   the schema reports it
   */
  deserialize(field: Field, pstruct: Pstruct | undefined, reading: Reading): unknown;
  /** Takes out of a text what must not be in it, also where the text is posted unseen; by default everything may. */
  clean?(text: string): string;
  /** True if a person may duplicate items of the list; a duplicate keeps the values that can't be edited. Default: false. */
  canDuplicate?(field: Field): boolean;
  /** With the script, items may be moved to other lists of the form with the same word. */
  readonly group?: string | undefined;
  /**
   * Returns the properties of the field's view that differ from page to page, beside id, number, errors and focus.
   *
   * @param place The field on one page: its id, value and errors
   */
  view(place: Place): PageProperties;
  /** The value in words, for titles and where it can only be read; default the text itself. */
  text?(place: Place): string;
  /**
   * Whether titles of items can tell the value as it is typed: from the one control that has the field's id, or the labels of
   * what is chosen in the element with that id. Default true, unless it is {@link Widget.secret}.
   */
  inTitles?(field: Field): boolean;
  /**
   * The id of the element that takes the focus when the field is meant.
   *
   * @param field Where the widget stands
   * @param id The field's id
   */
  focusId(field: Field, id: string): string;
  /** Carries out an edit that was asked for without JavaScript, on this field or inside it; by default there is none. */
  edit?(target: EditTarget): Edited;
  /**
   * Returns the field's cstruct with the items that lists in it must have, for a field that an edit adds to the page; by
   * default the cstruct as it is.
   *
   * @param filling Makes the items, and fills what is inside
   */
  fill?(field: Field, cstruct: unknown, filling: Filling): unknown;
  /** Whether its value is quoted in no message; default false. */
  readonly secret?: boolean;
  /**
   * Names a part of the value, where one control shows all of it: what is wrong with a part then stands at the field.
   *
   * @param field Where the widget stands
   * @param path The way from the field to the part
   */
  partName?(field: Field, path: readonly (string | number)[]): string;
  /** Throws a TypeError where the widget does not fit the field. */
  check?(field: Field): void;
}

/** Properties of a view that differ from page to page. Those that are constant for a field belong to {@link Widget.constants}. */
type PageProperties = Readonly<Record<string, unknown>> & {
  readonly [Name in keyof FieldConstants]?: never;
};

/** What an edit is carried out on. */
export interface EditTarget {
  readonly field: Field;
  /** The field's id. */
  readonly id: string;
  /** What the person typed; it is not changed. */
  readonly cstruct: unknown;
  /** The way from the field to what is edited. */
  readonly path: Edit["path"];
  readonly edit: Edit;
}

/** {@link WidgetOptions} without the types of templates. */
type ShallowOptions = Omit<WidgetOptions, "template" | "readonlyTemplate"> & {
  readonly template?: object;
  readonly readonlyTemplate?: object;
};

declare module "zod" {
  interface GlobalMeta {
    /**
     * How the field is drawn: a {@link Widget}, or {@link WidgetOptions} for the one that follows from its type.
     *
     * Of a widget only the first property is spelt out, and of templates nothing, since zod maps over the types of metadata,
     * and theirs are recursive.
     */
    widget?: Pick<Widget, "template"> | ShallowOptions;
  }
}
