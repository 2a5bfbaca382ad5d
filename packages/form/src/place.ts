import type { Invalid } from "@turnform/schema";
import type { Field } from "./field.ts";
import { isMapping } from "./is-mapping.ts";
import { childId } from "./ids.ts";
import type { FieldView, View } from "./view.ts";

/** What a {@link Place} is made of. */
type PlaceState = Pick<Place, "field" | "id" | "value" | "error" | "number" | "blankItems" | "focus">;

/** A field on one page: where it stands, what it shows and what is wrong with it. */
export class Place {
  readonly field: Field;
  readonly id: string;
  /** The cstruct: texts, nested as the schema is; anything else is shown as nothing. */
  readonly value: unknown;
  readonly error: Invalid | undefined;
  /** Position of an item from 1, or `*` for a blank one. */
  readonly number: string | undefined;
  /** The items that it is a blank one of, from which the browser's script makes new ones; outermost first. */
  readonly blankItems: readonly Field["node"]["type"][];
  /** Id of the one element on the page that takes the focus. */
  readonly focus: string | undefined;

  constructor(place: PlaceState) {
    this.field = place.field;
    this.id = place.id;
    this.value = place.value;
    this.error = place.error;
    this.number = place.number;
    this.blankItems = place.blankItems;
    this.focus = place.focus;
  }

  /** Text of a field that is one text. */
  get text(): string {
    return typeof this.value === "string" ? this.value : "";
  }

  /** View of a named field inside this one. */
  child(field: Field): View {
    const { name } = field.node;
    return this.#inside(
      field,
      childId(this.id, name),
      name,
      isMapping(this.value) ? this.value[name] : undefined,
    );
  }

  /** View of an item inside this sequence. */
  item(field: Field, index: number, value: unknown): View {
    return this.#inside(field, childId(this.id, index), index, value, String(index + 1));
  }

  /** View of the item that a person may add to this sequence. */
  blankItem(field: Field): View {
    const value = field.node.serialize(undefined);
    const blankItems = [...this.blankItems, field.node.type];
    const place = this.#with({
      field,
      id: `${this.id}-*`,
      value,
      error: undefined,
      number: "*",
      blankItems,
    });
    return field.widget.view(place);
  }

  /** What every field's view has. */
  fieldView(): FieldView {
    const { field, id } = this;
    const { node } = field;
    const errors = this.error?.messages ?? [];
    const described = [node.description && `${id}:help`, errors.length > 0 && `${id}:error`].filter(Boolean);
    return {
      template: field.widget.template,
      id,
      name: node.name,
      label: node.title,
      number: this.number,
      help: node.description,
      errors,
      invalid: this.error !== undefined,
      describedBy: described.length > 0 ? described.join(" ") : undefined,
      // An empty text is a value where the schema keeps it.
      required: node.required && node.meta.allowEmpty !== true,
      autofocus: this.focus === id,
    };
  }

  #with(changes: Partial<PlaceState>): Place {
    const { field, id, value, error, number, blankItems, focus } = this;
    return new Place({ field, id, value, error, number, blankItems, focus, ...changes });
  }

  #inside(field: Field, id: string, key: string | number, value: unknown, number?: string): View {
    return field.widget.view(this.#with({ field, id, value, error: this.error?.children.get(key), number }));
  }
}
