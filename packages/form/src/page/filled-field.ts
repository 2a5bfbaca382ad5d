import { Html } from "../templates/html.ts";
import { defineLazy } from "@turnform/schema/lazy";
import { partOf } from "../field/cstruct.ts";
import type { Field } from "../field/field.ts";
import type { Place } from "../field/place.ts";
import { plainView } from "../field/staged-view.ts";
import type { Draw } from "../field/template.ts";
import type { BlockPage, FieldView, HiddenView } from "../field/view.ts";
import { containerOf } from "../read/container.ts";
import { valuesOf } from "../widgets/sequence-view.ts";

/** A piece of HTML, or an empty text if there is no content, so that `{{#if help}}` works. */
export type Piece = Html | "";

/** A field on a page, for placing in your own markup, whole or in pieces. `String(field)` is its HTML. */
export interface FilledField {
  readonly id: string;
  /** Name in the post. */
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly errors: readonly string[];
  readonly value: string;
  /** Pieces of a field: its label, control, help and errors. A field with inner fields is one piece, its control. */
  readonly label: Html;
  readonly control: Html;
  readonly help: Piece;
  readonly errorList: Piece;
  /** The box that includes an optional group. Write it after `start`. Without it, the posted fields count as included. */
  readonly inclusion: Piece;
  /** Markers to write before and after inner fields, so that they are posted as parts of this one. */
  readonly start: Html;
  readonly end: Html;
  /** Fields of a mapping, or of the chosen case of a union, by name. That of the tag chooses the case. */
  readonly fields: Readonly<Record<string, FilledField>>;
  /** The fields and blocks of an object's arrangement, in order. */
  readonly content: readonly Html[];
  /** Fields of a list, a record or a tuple. */
  readonly items: readonly FilledField[];
  toString(): string;
  /** Returns the HTML. Handlebars doesn't escape objects with a method of this name. */
  toHTML(): string;
}

/**
 * Makes a field's pieces. Each is drawn at its first use, and once.
 *
 * The pieces are the object's own properties, because some template engines read only those.
 */
export function filledField(given: Place, draw: Draw): FilledField {
  const place = listed(given);
  const { field, id } = place;
  const { name, description } = field.node;
  const marker = `${name}:${field.markerType}`;
  let made: FieldView | undefined;
  const view = (): FieldView => (made ??= fieldView(place));
  const piece = (template: string): Piece => pieceOf(draw({ ...view(), template }));
  const toString = (): string => draw(place.wrappedView());
  const filled = { id, name, title: field.title, description, toString, toHTML: toString };
  defineLazy<Omit<FilledField, keyof typeof filled>>(filled, {
    required: () => view().required,
    errors: () => view().errors,
    value: () => place.shown,
    label: () => new Html(draw({ ...view(), template: "field-label" })),
    control: () => new Html(draw({ ...view(), controlOnly: true })),
    help: () => piece("help"),
    errorList: () => piece("errors"),
    inclusion: () => piece("inclusion"),
    start: () => new Html(draw(markerView(id, "__start__", marker))),
    end: () => new Html(draw(markerView(id, "__end__", marker))),
    fields: () => filledFields(place, draw),
    content: () => (field.node.kind === "object" ? contentOf(place, draw) : []),
    items: () => itemsOf(place).map((item) => filledField(item, draw)),
  });
  return filled;
}

/** Returns the view of a field, with the properties of its widget. */
function fieldView(place: Place): FieldView {
  return { ...place.constants, ...place.fieldPage(), ...plainView(place.view()) };
}

/** Returns a piece of HTML, or an empty text. Template engines treat that as false. */
export function pieceOf(html: string): Piece {
  return html.trim() === "" ? "" : new Html(html);
}

/** Returns the fields of a mapping, or of a union's chosen case, by name. Each is made at its first use. */
export function filledFields(place: Place, draw: Draw): Readonly<Record<string, FilledField>> {
  const { field, value } = place;
  const parts = new Map(field.markerType === "mapping" ? field.parts(value) : []);
  const chooser = chooserOf(field);
  if (chooser) parts.set(chooser.node.name, chooser);
  const makers = Object.fromEntries(
    [...parts].map(([key, part]) => {
      const make = (): FilledField => filledField(place.inside(part, key, partOf(value, key)), draw);
      return [key, make] as const;
    }),
  );
  const fields: object = Object.create(null);
  defineLazy<Record<string, FilledField>>(fields, makers);
  return fields;
}

/** Returns the fields and blocks of an object, in order. */
export function contentOf(place: Place, draw: Draw): readonly Html[] {
  const { children = [] }: Partial<BlockPage> = place.view().page;
  return children.map((view) => new Html(draw(view)));
}

/** Returns the place of an inner field at a key of the value. */
export function placeInside(given: Place, key: string | number): Place | undefined {
  const outer = listed(given);
  const chooser = chooserOf(outer.field);
  const field = chooser?.node.name === key ? chooser : outer.field.child(key, outer.value);
  const number = field?.isNumbered ? String(Number(key) + 1) : undefined;
  return field && outer.inside(field, key, partOf(outer.value, key), { number });
}

/** Returns the place of an inner field, or undefined if the page has none: no item at that position, or no such case. */
export function placeOnPage(outer: Place, key: string | number): Place | undefined {
  const inner = placeInside(outer, key);
  if (!inner || inner.field === chooserOf(outer.field)) return inner;
  const isShown = outer.field.isList
    ? Number(key) < valuesOf(listed(outer)).length
    : outer.field.parts(outer.value).some(([name]) => name === key);
  return isShown ? inner : undefined;
}

function chooserOf(field: Field): Field | undefined {
  return containerOf(field)?.chooser?.(field);
}

/** Shows a record as a list of its pairs. */
function listed(place: Place): Place {
  return place.with({ value: place.field.shown(place.value) });
}

function itemsOf(place: Place): readonly Place[] {
  const { field, value } = place;
  if (field.isList)
    return valuesOf(place).map((item, i) => place.inside(field.item, i, item, { number: String(i + 1) }));
  return field.markerType === "sequence"
    ? field.parts(value).map(([key, part]) => place.inside(part, key, partOf(value, key)))
    : [];
}

function markerView(id: string, name: string, value: string): HiddenView {
  return { template: "hidden", id, controls: [{ name, value }] };
}
