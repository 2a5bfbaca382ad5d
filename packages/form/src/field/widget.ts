import type { z } from "zod";
import type { Invalid, MessageId, Pstruct, SchemaNode } from "@turnform/schema";
import type { TextId, WidgetMessageId } from "../languages/english-texts.ts";
import type { Language } from "../languages/language.ts";
import type { LabelledChoices } from "./choice.ts";
import type { DependentChoices } from "./dependent-choices.ts";
import type { ControlReading } from "./control-reading.ts";
import type { LeavingOut } from "./left-out.ts";
import type { Template } from "./template.ts";
import type { FieldConstants, FieldPage } from "./view.ts";

/** Options of every widget. `V` is the view of its template. */
export interface WidgetOptions<V extends object = never> {
  /** Posts the value without showing the field. Its errors appear in the summary. Default: false. */
  readonly hidden?: boolean;
  /** Shows the value as text. The field keeps its value, and its post is not read. Default: false. */
  readonly readonly?: boolean;
  /** Disables the control. The field keeps its value, and its post is not read. Default: false. */
  readonly disabled?: boolean;
  /** Focuses the field on a fresh page. The first such field wins. Default: false. */
  readonly autofocus?: boolean;
  /** Text in an empty control. Default: the metadata's `placeholder`. */
  readonly placeholder?: string;
  /** Text before the control, such as a currency's sign. */
  readonly prefix?: string;
  /** Text after the control, such as a unit. */
  readonly suffix?: string;
  /** Additional classes of the control. */
  readonly cssClass?: string;
  /** Classes of the element around the field. */
  readonly itemCssClass?: string;
  /** Replaces the widget's template: a function, or a result of `handlebars()`. */
  readonly template?: Template<V>;
  /** Replaces the widget's template for read-only fields. */
  readonly readonlyTemplate?: Template;
  /**
   * Further attributes of the control. `true` writes an attribute without a value, `false` leaves it out. Widgets refuse HTML's
   * `readonly` if browsers ignore it, as on choices; use the option `readonly` there.
   */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** A field, with the properties for its widget. */
export interface WidgetField {
  readonly node: SchemaNode;
  readonly title: string;
  readonly language: Language;
  /** The widget's options, including those given for the field. */
  readonly options: WidgetOptions;
  /** True for an item of a list. It must post something even if it is empty. */
  readonly isItem: boolean;
  /** True if a person must fill it in. */
  readonly isRequired: boolean;
  /** True if a condition may require it. */
  readonly isRequirable: boolean;
  /** True if its choices depend on other fields. They are checked after all fields are read. */
  readonly choicesDepend: boolean;
  /** Inner fields; none for a single value. */
  readonly children: readonly WidgetField[];
  /** Returns a text in the form's language. */
  say(id: TextId, values?: Readonly<Record<string, unknown>>): string;
  /** Returns the constants of the field's views. */
  constants(readonly: boolean): FieldConstants;
}

/** A field on one page, with the properties for its widget. */
export interface WidgetPlace {
  readonly field: WidgetField;
  readonly id: string;
  /** The cstruct: texts, nested like the schema. A stranger may post any other shape. */
  readonly value: unknown;
  /** The value if it is one text, else an empty text. */
  readonly text: string;
  readonly error: Invalid | undefined;
  /** Position of an item from 1, or `*` for a blank one. */
  readonly number: string | undefined;
  /** Id of the one element on the page to focus. */
  readonly focus: string | undefined;
  /** True if the value is only shown. */
  readonly readonly: boolean;
  /** The choices that depend on other fields, for this page. Undefined for a field without such choices. */
  readonly offered: LabelledChoices | undefined;
  /** Constants of the field's views, for its state on the page. */
  readonly constants: FieldConstants;
  /** Returns the properties of every field on a page. */
  fieldPage(): FieldPage;
  /** Returns the ids of the field's describing elements, for `aria-describedby`. */
  describedBy(hasErrors: boolean): string | undefined;
}

/** Collects a widget's errors about its field. */
export interface Findings {
  /**
   * Adds an error. It replaces the schema's errors about the field.
   *
   * @param values Values of the message's slots
   * @param message Replacement of the message
   * @param below Path from the field to the wrong part
   */
  fail(
    code: WidgetMessageId,
    values?: Readonly<Record<string, unknown>>,
    message?: string,
    below?: readonly (string | number)[],
  ): void;
  /** Adds an error, unless the schema finds one there, with a better message. */
  suggest(code: WidgetMessageId | MessageId, values: Readonly<Record<string, unknown>>): void;
  /** Replaces the message for the field, unless the schema sets one. It counts only if the schema finds an error there. */
  reword(code: WidgetMessageId, values: Readonly<Record<string, unknown>>): void;
}

/**
 * Draws and reads a field. It is immutable, and all requests share it.
 *
 * The script makes new items and duplicates. A widget also works in them if it follows these rules:
 *
 * - Every id begins with `place.id`, followed by `-` or `:` if it is longer. The same holds for unique names on the page, such as
 *   those of radio buttons, and for ids in `aria-*`, `for` and links. The script renames them. No other name depends on the place.
 * - An item posts at least one control, even if nothing is chosen or ticked, because items are counted by their controls. Put a
 *   single control that may be silent into a `rename` marker.
 * - A script of the widget works on a custom element, which starts anywhere in the page. It adds `data-tf-added` to its own
 *   elements, because duplicates must not contain them.
 *
 * Widgets with inner fields are a `ContainerWidget`.
 */
export interface Widget extends WidgetTraits {
  /** Template of its views. */
  readonly template: string;
  /** Template of read-only views. Default: the value as text ({@link Widget.text}) under its label. */
  readonly readonlyTemplate?: string;
  readonly options?: WidgetOptions;
  /**
   * Undoes the widget's own encoding.
   *
   * @param pstruct Post of the field; undefined if nothing was posted
   * @param findings Collects errors of the encoding itself
   * @returns the cstruct: texts for the schema to deserialize. Return a value of another shape unchanged, so that the schema
   *   reports it
   */
  deserialize(field: WidgetField, pstruct: Pstruct | undefined, findings: Findings): unknown;
  /**
   * Returns constants of the field's views. They add to, or replace, those of the schema and the
   * options. Templates write them once. The options `prefix` and `suffix` win over returned ones.
   *
   * @param readonly True for views of {@link Widget.readonlyTemplate}
   */
  constants?(field: WidgetField, readonly: boolean): object;
  /** Returns the page part of the field's view, without id, number, errors and focus. */
  view(place: WidgetPlace): PageProperties;
  /** Returns the value as text for people, for titles and read-only fields. Default: the text itself. */
  text?(place: WidgetPlace): string;
  /**
   * Returns the id of the element to focus for the field. Default: the field's id.
   *
   * @param id The field's id
   */
  focusId?(field: WidgetField, id: string): string;
  /**
   * Returns the post of a field for the text of a cell, which a person pasted from a table. Default: the text itself.
   *
   * @returns undefined if the text means nothing to the widget
   */
  fromText?(field: WidgetField, text: string): Pstruct | undefined;
  /** Throws a TypeError if the widget does not fit the field. */
  check?(field: WidgetField): void;
}

/** Properties of a widget for other parts of a form. Most widgets set none. */
export interface WidgetTraits {
  /**
   * True if it draws a group of controls, under a legend. Default: false. The items of a post count towards `maxPageSize` only in
   * groups and containers.
   */
  readonly isGroup?: boolean;
  /**
   * True if its template draws an item's edit buttons, `actions`, after the heading, and behind the start marker of a mapping. Default:
   * false. The buttons then follow the item.
   */
  readonly drawsActions?: boolean;
  /** Returns a person's way to leave the field out, if it is optional. Its template draws the partial `inclusion`. Default: none. */
  leftOutBy?(field: WidgetField): LeavingOut | undefined;
  /**
   * True if it posts its value in a notation of its own, such as a number as people write it, or a date in three parts. A value from JSON
   * is then not given to {@link Widget.deserialize}. Default: false.
   */
  readonly encodes?: boolean;
  /** True if no message may quote its value. Default: false. */
  readonly secret?: boolean;
  /** True if it posts or keeps files. Its form is then sent as multipart/form-data. Default: false. */
  readonly multipart?: boolean;
  /** True if browsers ignore HTML's attribute `readonly` on its controls. The attribute is then refused. Default: false. */
  readonly ignoresReadonly?: boolean;
  /** Choices that depend on other fields. Default: none. */
  readonly dependent?: DependentChoices;
  /** Names of its additional files in `@turnform/form/client/`. */
  readonly resources?: readonly string[];
  /** Texts that its script writes. The page contains them. */
  readonly scriptTexts?: readonly TextId[];
  /**
   * Returns true if titles of items can follow the typed value: from the one control with the field's id, or from the labels of
   * chosen options in the element with that id. Default: true, unless it is {@link WidgetTraits.secret}.
   */
  inTitles?(field: WidgetField): boolean;
  /** Returns the way in which the script of conditions reads its controls. Default: it takes the text of one control, or the chosen value. */
  scriptReading?(field: WidgetField): ControlReading;
  /**
   * True for a box, which is ticked or not. A condition that only shows it does not ask for a tick.
   */
  readonly isBox?: boolean;
  /** Removes forbidden parts from a text, also from one in a hidden field. Default: keeps everything. */
  clean?(text: string): string;
  /**
   * Names a part of a value, if one control shows the whole value. Errors of parts then appear at the field.
   *
   * @param path Path from the field to the part
   */
  partName?(field: WidgetField, path: readonly (string | number)[]): string;
}

/** The page part of a view. Return constants from {@link Widget.constants}. */
export type PageProperties = Readonly<Record<string, unknown>> & {
  readonly [Name in keyof FieldConstants]?: never;
};

/**
 * The type of a value that a widget makes of every schema it fits. The compiler then refuses the widget on all others. A widget for lists and
 * sets makes a value that is both.
 */
export interface Makes<Value> {
  /** Never set: it exists for the compiler alone. */
  readonly makes?: Value;
}

/** The properties of a widget that `.meta()` compares with the schema. */
interface WidgetMaking<Value> extends Pick<Widget, "template"> {
  readonly makes?: Value;
}

/** {@link WidgetOptions} without the types of templates. */
type ShallowOptions = Omit<WidgetOptions, "template" | "readonlyTemplate"> & {
  readonly template?: object;
  readonly readonlyTemplate?: object;
};

declare module "zod" {
  interface GlobalMeta {
    /**
     * Widget of the field: a {@link Widget}, or {@link WidgetOptions} for the default one.
     *
     * The type has only two properties of a widget, and nothing of templates, because zod maps over the types of metadata, and theirs
     * are recursive. zod replaces `$output` and `$input` by those of the schema.
     */
    widget?: WidgetMaking<z.core.$output> | WidgetMaking<z.core.$input> | ShallowOptions;
  }
}
