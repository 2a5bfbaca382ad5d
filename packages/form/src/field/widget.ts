import type { Invalid, MessageId, Pstruct, SchemaNode } from "@turnform/schema";
import type { TextId, WidgetMessageId } from "../languages/english-texts.ts";
import type { Language } from "../languages/language.ts";
import type { Template } from "./template.ts";
import type { FieldConstants, FieldPage } from "./view.ts";

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

/** A field as its widget sees it. */
export interface WidgetField {
  readonly node: SchemaNode;
  readonly title: string;
  /** The language of the form. */
  readonly language: Language;
  /** The widget's options, with those given for the field. */
  readonly options: WidgetOptions;
  /** True for an item of a list: it must post something even when it is empty. */
  readonly isItem: boolean;
  /** True if a person must fill it in. */
  readonly isRequired: boolean;
  /** The fields inside; none if the value is a single one. */
  readonly children: readonly WidgetField[];
  /** Returns a text in the form's language. */
  say(id: TextId, values?: Readonly<Record<string, unknown>>): string;
  /** Returns the properties that are the same in all views of the field. */
  constants(readonly: boolean): FieldConstants;
}

/** A field on one page, as its widget sees it. */
export interface WidgetPlace {
  readonly field: WidgetField;
  readonly id: string;
  /** The cstruct: texts, nested as the schema is. A stranger may post any other shape. */
  readonly value: unknown;
  /** The value if it is one text, else an empty text. */
  readonly text: string;
  readonly error: Invalid | undefined;
  /** Position of an item from 1, or `*` for a blank one. */
  readonly number: string | undefined;
  /** Id of the one element on the page that takes the focus. */
  readonly focus: string | undefined;
  /** True if the value is only shown. */
  readonly readonly: boolean;
  /** Returns the properties that every field has on a page. */
  fieldPage(): FieldPage;
  /** Returns the ids of the elements that describe the field. */
  describedBy(hasErrors: boolean): string | undefined;
}

/** Takes what a widget finds wrong with the field that it reads. */
export interface Findings {
  /**
   * Says what is wrong. The schema's own complaint about the field is then left out.
   *
   * @param values Fill the slots of the message
   * @param message A text in place of the catalogue's
   * @param below The path from the field to what is wrong
   */
  fail(
    code: WidgetMessageId,
    values?: Readonly<Record<string, unknown>>,
    message?: string,
    below?: readonly (string | number)[],
  ): void;
  /** Says what is wrong, unless the schema finds something wrong there, which it words better. */
  doubt(code: WidgetMessageId | MessageId, values: Readonly<Record<string, unknown>>): void;
  /** Replaces the schema's message for the field. It counts only if the schema finds something wrong there. */
  reword(code: WidgetMessageId, values: Readonly<Record<string, unknown>>): void;
}

/**
 * Draws and reads a field. Immutable, shared by all requests.
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
 *
 * Widgets with fields inside are a `ContainerWidget`.
 */
export interface Widget extends WidgetTraits {
  /** The template that draws its views. */
  readonly template: string;
  /** The template that draws views which only show the value. Default: the value in words ({@link Widget.text}) under its label. */
  readonly readonlyTemplate?: string;
  readonly options?: WidgetOptions;
  /**
   * Undoes the widget's own encoding.
   *
   * @param pstruct What was posted for the field; undefined where nothing was
   * @param findings Takes what is wrong with the encoding itself
   * @returns the cstruct: texts for the schema to deserialize. A value of another shape is handed on unchanged, so that
   *   the schema reports it
   */
  deserialize(field: WidgetField, pstruct: Pstruct | undefined, findings: Findings): unknown;
  /**
   * Returns properties of the field's views that are the same on every page, beside those that follow from the schema and the
   * widget's options, or in place of them. Templates write them once. The options `prefix` and `suffix` win over those returned.
   *
   * @param readonly True for views that {@link Widget.readonlyTemplate} draws
   */
  constants?(field: WidgetField, readonly: boolean): object;
  /** Returns the properties of the field's view that differ from page to page, beside id, number, errors and focus. */
  view(place: WidgetPlace): PageProperties;
  /** Returns the value in words, for titles and where it can only be read. Default: the text itself. */
  text?(place: WidgetPlace): string;
  /**
   * Returns the id of the element that takes the focus when the field is meant. Default: the field's id.
   *
   * @param id The field's id
   */
  focusId?(field: WidgetField, id: string): string;
  /** Throws a TypeError where the widget does not fit the field. */
  check?(field: WidgetField): void;
}

/** Facts about a widget that other parts of a form ask for. Most widgets need none of them. */
export interface WidgetTraits {
  /**
   * True if it draws a group of controls, under a legend. Default: false. Only of groups, and of containers, the items of a
   * post count towards the form's `maxPageSize`.
   */
  readonly isGroup?: boolean;
  /** True if its value is quoted in no message. Default: false. */
  readonly secret?: boolean;
  /** True if it posts or keeps files; its form is then sent as multipart/form-data. Default: false. */
  readonly multipart?: boolean;
  /** True if browsers ignore HTML's attribute `readonly` on its controls; it is then refused as an attribute. Default: false. */
  readonly ignoresReadonly?: boolean;
  /** Names of the files in `@turnform/form/client/` that a page with it loads, beyond those of every form. */
  readonly resources?: readonly string[];
  /** Texts that its script writes; the page hands them over. */
  readonly scriptTexts?: readonly TextId[];
  /**
   * Returns true if titles of items can tell the value as it is typed: from the one control that has the field's id, or the labels
   * of what is chosen in the element with that id. Default: true, unless it is {@link WidgetTraits.secret}.
   */
  inTitles?(field: WidgetField): boolean;
  /** Takes out of a text what must not be in it, also where the text is posted unseen. Default: everything may be in it. */
  clean?(text: string): string;
  /**
   * Names a part of a value that one control shows as a whole. Errors of parts then stand at the field.
   *
   * @param path The path from the field to the part
   */
  partName?(field: WidgetField, path: readonly (string | number)[]): string;
}

/** Properties of a view that differ from page to page. Those that are constant for a field belong to {@link Widget.constants}. */
export type PageProperties = Readonly<Record<string, unknown>> & {
  readonly [Name in keyof FieldConstants]?: never;
};

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
