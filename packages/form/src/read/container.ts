import type { Edit, Pstruct } from "@turnform/schema";
import type { Field } from "../field/field.ts";
import type { Place } from "../field/place.ts";
import type { PageProperties, Widget } from "../field/widget.ts";
import type { Reading } from "./reading.ts";

/** A widget with fields inside: it reads, draws and edits them by their own widgets. */
export interface ContainerWidget extends Widget {
  /** @param reading Reads the fields inside, and takes what is wrong */
  deserialize(field: Field, pstruct: Pstruct | undefined, reading: Reading): unknown;
  constants?(field: Field, readonly: boolean): object;
  view(place: Place): PageProperties;
  focusId(field: Field, id: string): string;
  check?(field: Field): void;
  /** Carries out an edit that was asked for without JavaScript, on the field or inside it. */
  edit(target: EditTarget): Edited;
  /**
   * Returns the cstruct of a field that an edit adds to the page, with the items that lists in it must have.
   *
   * @param filling Makes the items, and fills what is inside
   */
  fill(field: Field, cstruct: unknown, filling: Filler): unknown;
  /** True if a person may duplicate items of the list; a duplicate keeps the values that can't be edited. Default: false. */
  canDuplicate?(field: Field): boolean;
  /** With the script, items may be moved to other lists of the form with the same word. */
  readonly group?: string | undefined;
  /** True if its views have those of the fields inside as `children`, so that a table can show each in a cell. Default: false. */
  readonly fitsRow?: boolean;
}

/** The field that an edit is carried out on. */
export interface EditTarget {
  readonly field: Field;
  /** The field's id. */
  readonly id: string;
  /** What the person typed; it is not changed. */
  readonly cstruct: unknown;
  /** The path from the field to what is edited. */
  readonly path: Edit["path"];
  readonly edit: Edit;
}

/** A field's texts after an edit, and where the person goes on. */
export interface Edited {
  readonly cstruct: unknown;
  /** Id of the element that takes the focus. */
  readonly focus?: string | undefined;
}

/** Fills the lists in a value that an edit makes. */
export interface Filler {
  /** Returns a field's cstruct with the items that its lists must have. */
  fill(field: Field, cstruct: unknown): unknown;
  /** Makes a number of items of a list. */
  items(item: Field, count: number): readonly unknown[];
}

/** Returns the widget of a field if fields inside are its own to read and edit. */
export function containerOf({ widget }: Field): ContainerWidget | undefined {
  return isContainer(widget) ? widget : undefined;
}

function isContainer(widget: Widget): widget is ContainerWidget {
  return "edit" in widget && widget.edit !== undefined;
}
