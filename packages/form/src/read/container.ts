import type { Edit, Pstruct } from "@turnform/schema";
import type { Field } from "../field/field.ts";
import type { Place } from "../field/place.ts";
import type { PageProperties, Widget } from "../field/widget.ts";
import type { Reading } from "./reading.ts";

/** A widget with inner fields: it reads, draws and edits them with their own widgets. */
export interface ContainerWidget extends Widget {
  /** @param reading Reads the inner fields, and collects errors */
  deserialize(field: Field, pstruct: Pstruct | undefined, reading: Reading): unknown;
  constants?(field: Field, readonly: boolean): object;
  view(place: Place): PageProperties;
  focusId(field: Field, id: string): string;
  check?(field: Field): void;
  /** Carries out an edit of the field, or of an inner field, for a page without JavaScript. */
  edit(target: EditTarget): Edited;
  /**
   * Returns the cstruct of a field that an edit adds to the page, with the required items of its lists.
   *
   * @param filling Makes the items, and fills inner fields
   */
  fill(field: Field, cstruct: unknown, filling: Filler): unknown;
  /** Returns the field that chooses the case of a union, with a control for all cases. */
  chooser?(field: Field): Field;
  /** True if a person may duplicate items of the list. A duplicate keeps the values that can't be edited. Default: false. */
  canDuplicate?(field: Field): boolean;
  /** Returns the kinds of a value, such as the cases of a union. A list of such items has an add button for each. */
  kinds?(field: Field): readonly Kind[];
  /** Returns the key of a value's kind. Undefined if no kind is chosen. */
  kindOf?(field: Field, cstruct: unknown): string | undefined;
  /**
   * Returns a new value of a kind.
   *
   * @param id Id of the value's place
   * @returns undefined for an unknown kind
   */
  ofKind?(field: Field, id: string, key: string): Edited | undefined;
  /** Returns true if a person may move items of the list. Default: false. */
  canMove?(field: Field): boolean;
  /** Name shared by lists of the form. With the script, items can be moved between them. */
  readonly group?: string | undefined;
  /** True if a person may add items from text, to the list of mappings or single values. Default: false. */
  readonly paste?: boolean | undefined;
  /** True if the widget's views have the inner views as `children`, so that a table can show each in a cell. Default: false. */
  readonly fitsRow?: boolean;
}

/** A kind of value that a person adds to a list. */
export interface Kind {
  /** The kind in the value of an add button. */
  readonly key: string;
  readonly title: string;
}

/** A field with an edit to carry out. */
export interface EditTarget {
  readonly field: Field;
  readonly id: string;
  /** The typed cstruct. An edit does not change it. */
  readonly cstruct: unknown;
  /** Path from the field to the edited one. */
  readonly path: Edit["path"];
  readonly edit: Edit;
}

/** A field's cstruct after an edit, and the next focus. */
export interface Edited {
  readonly cstruct: unknown;
  /** Id of the element to focus. */
  readonly focus?: string | undefined;
}

/** Filler of the lists in a new value. */
export interface Filler {
  /** Returns a field's cstruct with the required items of its lists. */
  fill(field: Field, cstruct: unknown): unknown;
  /** Makes `count` items of a list. */
  items(item: Field, count: number): readonly unknown[];
}

/** Returns the widget of a field if it reads and edits inner fields. */
export function containerOf({ widget }: Field): ContainerWidget | undefined {
  return isContainer(widget) ? widget : undefined;
}

function isContainer(widget: Widget): widget is ContainerWidget {
  return "edit" in widget && widget.edit !== undefined;
}
