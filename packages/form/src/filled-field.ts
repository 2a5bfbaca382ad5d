import { Html } from "./html.ts";
import { partOf } from "./part-of.ts";
import type { Place } from "./place.ts";
import type { Draw } from "./template.ts";
import type { HiddenView } from "./view.ts";
import { valuesOf } from "./widgets/sequence-view.ts";

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
  readonly help: Html;
  readonly errorList: Html;
  /** What must stand before and after the fields inside, so that they are posted as parts of this one. */
  readonly start: Html;
  readonly end: Html;
  /** The fields inside a mapping, by name. */
  readonly fields: Readonly<Record<string, FilledField>>;
  /** The fields inside a list or a tuple. */
  readonly items: readonly FilledField[];
  toString(): string;
  /** The HTML, by the name that makes Handlebars write it without escaping it. */
  toHTML(): string;
}

/**
 * Makes a field's pieces, each drawn when it is asked for.
 *
 * They are the object's own properties, since template engines look at no others.
 */
export function filledField(place: Place, draw: Draw): FilledField {
  const { field, id } = place;
  const { name, kind, description } = field.node;
  // A widget has its own word on what is required, and what it is called.
  const view = { ...place.fieldView(), ...place.view() };
  const piece = (template: string): Html => new Html(draw({ ...view, template }));
  const marker = `${name}:${field.isList || kind === "tuple" ? "sequence" : "mapping"}`;
  const toString = (): string => draw(place.view());
  return {
    id,
    name,
    title: field.title,
    description,
    required: view.required,
    errors: view.errors,
    value: place.shown,
    get label() {
      return piece("field-label");
    },
    get control() {
      return new Html(draw({ ...place.view(), bare: true }));
    },
    get help() {
      return piece("help");
    },
    get errorList() {
      return piece("errors");
    },
    get start() {
      return new Html(draw(markerView(id, "__start__", marker)));
    },
    get end() {
      return new Html(draw(markerView(id, "__end__", marker)));
    },
    get fields() {
      return filledFields(place, draw);
    },
    get items() {
      return itemsOf(place).map((item) => filledField(item, draw));
    },
    toString,
    toHTML: toString,
  };
}

/** The fields inside a mapping, by name, each made when it is asked for. */
export function filledFields(place: Place, draw: Draw): Readonly<Record<string, FilledField>> {
  const fields: Record<string, FilledField> = Object.create(null);
  for (const child of place.field.children) {
    const { name } = child.node;
    Object.defineProperty(fields, name, {
      enumerable: true,
      get: () => filledField(place.child(child), draw),
    });
  }
  return fields;
}

function itemsOf(place: Place): readonly Place[] {
  const { field, value } = place;
  if (field.isList)
    return valuesOf(place).map((each, i) => place.inside(field.item, i, each, { number: String(i + 1) }));
  return field.node.kind === "tuple"
    ? field.parts(value).map(([key, part]) => place.inside(part, key, partOf(value, key)))
    : [];
}

function markerView(id: string, name: string, value: string): HiddenView {
  return { template: "hidden", id, controls: [{ name, value }] };
}
