import { Html } from "../templates/html.ts";
import { defineLazy } from "@turnform/schema/lazy";
import { partOf } from "../field/cstruct.ts";
import type { Place } from "../field/place.ts";
import { plainView } from "../field/staged-view.ts";
import type { Draw } from "../field/template.ts";
import type { FieldView, HiddenView } from "../field/view.ts";
import { valuesOf } from "../widgets/sequence-view.ts";

/** A piece of HTML; an empty text where there is nothing to say, so that `{{#if help}}` tells. */
export type Piece = Html | "";

/** A field with what it shows, to be put into markup of one's own, whole or in pieces. `String(field)` is its HTML. */
export interface FilledField {
  readonly id: string;
  /** Name that it is posted under. */
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly required: boolean;
  /** What is wrong with it. */
  readonly errors: readonly string[];
  /** Its value in words. */
  readonly value: string;
  /** The pieces of a field: what labels it, its control, its help, and what is wrong with it. A field made of others is one piece, its control. */
  readonly label: Html;
  readonly control: Html;
  readonly help: Piece;
  readonly errorList: Piece;
  /** What must stand before and after the fields inside, so that they are posted as parts of this one. */
  readonly start: Html;
  readonly end: Html;
  /** The fields inside a mapping, or the chosen case of a union, by name. */
  readonly fields: Readonly<Record<string, FilledField>>;
  /** The fields inside a list, a record or a tuple. */
  readonly items: readonly FilledField[];
  toString(): string;
  /** The HTML, by the name that makes Handlebars write it without escaping it. */
  toHTML(): string;
}

/**
 * Makes a field's pieces, each drawn when it is asked for, and once.
 *
 * They are the object's own properties, since template engines look at no others.
 */
export function filledField(given: Place, draw: Draw): FilledField {
  const place = listed(given);
  const { field, id } = place;
  const { name, description } = field.node;
  const marker = `${name}:${field.markerType}`;
  let made: FieldView | undefined;
  const view = (): FieldView => (made ??= fieldView(place));
  const piece = (template: string): Piece => pieceOf(draw({ ...view(), template }));
  const toString = (): string => draw(place.view());
  const filled = { id, name, title: field.title, description, toString, toHTML: toString };
  defineLazy<Omit<FilledField, keyof typeof filled>>(filled, {
    required: () => view().required,
    errors: () => view().errors,
    value: () => place.shown,
    label: () => new Html(draw({ ...view(), template: "field-label" })),
    control: () => new Html(draw({ ...view(), bare: true })),
    help: () => piece("help"),
    errorList: () => piece("errors"),
    start: () => new Html(draw(markerView(id, "__start__", marker))),
    end: () => new Html(draw(markerView(id, "__end__", marker))),
    fields: () => filledFields(place, draw),
    items: () => itemsOf(place).map((item) => filledField(item, draw)),
  });
  return filled;
}

/** Every field's view has these properties, with others of its widget. */
function fieldView(place: Place): FieldView {
  return { ...place.field.constants(place.readonly), ...place.fieldPage(), ...plainView(place.view()) };
}

/** A piece of HTML, or an empty text, which template engines take for nothing. */
export function pieceOf(html: string): Piece {
  return html.trim() === "" ? "" : new Html(html);
}

/** The fields inside a mapping, or inside the case that is chosen, by name, each made when it is asked for. */
export function filledFields(place: Place, draw: Draw): Readonly<Record<string, FilledField>> {
  const { field, value } = place;
  const makers = Object.fromEntries(
    field.markerType === "mapping"
      ? field.parts(value).map(([key, part]) => {
          const make = (): FilledField => filledField(place.inside(part, key, partOf(value, key)), draw);
          return [key, make] as const;
        })
      : [],
  );
  const fields: object = Object.create(null);
  defineLazy<Record<string, FilledField>>(fields, makers);
  return fields;
}

/** The place of a field inside another, at a key of its value. */
export function placeInside(given: Place, key: string | number): Place | undefined {
  const around = listed(given);
  const field = around.field.child(key, around.value);
  const number = field?.isNumbered ? String(Number(key) + 1) : undefined;
  return field && around.inside(field, key, partOf(around.value, key), { number });
}

/** A record is shown by its pairs, like a list. */
function listed(place: Place): Place {
  return place.with({ value: place.field.shown(place.value) });
}

function itemsOf(place: Place): readonly Place[] {
  const { field, value } = place;
  if (field.isList)
    return valuesOf(place).map((each, i) => place.inside(field.item, i, each, { number: String(i + 1) }));
  return field.markerType === "sequence"
    ? field.parts(value).map(([key, part]) => place.inside(part, key, partOf(value, key)))
    : [];
}

function markerView(id: string, name: string, value: string): HiddenView {
  return { template: "hidden", id, controls: [{ name, value }] };
}
