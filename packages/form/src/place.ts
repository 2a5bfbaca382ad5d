import type { Invalid } from "@turnform/schema";
import { attributeViews } from "./attributes.ts";
import type { Field } from "./field.ts";
import { isMapping } from "./is-mapping.ts";
import { childId } from "./ids.ts";
import { messagesOf } from "./part-errors.ts";
import type { FieldView, ItemTitleView, ReadonlyView, View } from "./view.ts";

/** What a {@link Place} is made of. */
type PlaceState = Pick<
  Place,
  | "field"
  | "id"
  | "value"
  | "error"
  | "number"
  | "title"
  | "lists"
  | "isBlank"
  | "hasTwin"
  | "isCase"
  | "focus"
  | "readonly"
>;

/** A sequence that a place stands in. */
interface List {
  /** What its items are. */
  readonly item: Field["node"]["type"];
  /** How they are drawn, as a text to compare. */
  readonly look: string;
}

/** A field on one page: where it stands, what it shows and what is wrong with it. Immutable. */
export class Place {
  readonly field: Field;
  readonly id: string;
  /** The cstruct: texts, nested as the schema is; anything else is shown as nothing. */
  readonly value: unknown;
  readonly error: Invalid | undefined;
  /** Position of an item from 1, or `*` for a blank one. */
  readonly number: string | undefined;
  /** What an item is called, beside its number. */
  readonly title: ItemTitleView | undefined;
  /** The sequences around, outermost first. */
  readonly lists: readonly List[];
  /** Whether it is in a blank item, of which the browser's script makes new ones. */
  readonly isBlank: boolean;
  /** Whether the same stands in the blank item of the sequence around, at the same way into it. */
  readonly hasTwin: boolean;
  /** Whether it is in a case of a union that is not chosen. */
  readonly isCase: boolean;
  /** Id of the one element on the page that takes the focus. */
  readonly focus: string | undefined;
  /** Whether the value is only shown. */
  readonly readonly: boolean;

  constructor(place: PlaceState) {
    this.field = place.field;
    this.id = place.id;
    this.value = place.value;
    this.error = place.error;
    this.number = place.number;
    this.title = place.title;
    this.lists = place.lists;
    this.isBlank = place.isBlank;
    this.hasTwin = place.hasTwin;
    this.isCase = place.isCase;
    this.focus = place.focus;
    this.readonly = place.readonly || place.field.widget.options?.readonly === true;
  }

  /** The place of a form's root. */
  static root(
    field: Field,
    id: string,
    page: Pick<PlaceState, "value" | "error" | "focus" | "readonly">,
  ): Place {
    const fresh = { number: undefined, title: undefined, lists: [] };
    return new Place({ ...fresh, isBlank: false, hasTwin: false, isCase: false, ...page, field, id });
  }

  /** Text of a field that is one text. */
  get text(): string {
    return typeof this.value === "string" ? this.value : "";
  }

  /** The value in words. */
  get shown(): string {
    return this.field.widget.text?.(this) ?? this.text;
  }

  /** The view of the field, by its widget. */
  view(): View {
    const { widget } = this.field;
    const { template, readonlyTemplate } = widget.options ?? {};
    const drawnBy = this.readonly ? readonlyTemplate : template;
    const view = this.readonly ? (widget.readonlyView?.(this) ?? this.#readonlyView()) : widget.view(this);
    return drawnBy ? { ...view, drawnBy } : view;
  }

  /** A named field inside this one. */
  child(field: Field): Place {
    const { name } = field.node;
    const value = isMapping(this.value) ? this.value[name] : undefined;
    return this.inside(field, name, value);
  }

  /**
   * A part of this field.
   *
   * @param key Its name or position, in ids and in the tree of errors
   * @param changes What else is particular about it
   */
  inside(field: Field, key: string | number, value: unknown, changes: Partial<PlaceState> = {}): Place {
    return this.with({
      field,
      id: childId(this.id, key),
      value,
      error: this.error?.children.get(key),
      number: undefined,
      title: undefined,
      ...changes,
    });
  }

  /** The same place but for some changes. */
  with(changes: Partial<PlaceState>): Place {
    const { field, id, value, error, number, title, lists, focus, readonly } = this;
    const { isBlank, hasTwin, isCase } = this;
    const place = { field, id, value, error, number, title, lists, focus, readonly };
    return new Place({ ...place, isBlank, hasTwin, isCase, ...changes });
  }

  /** What every field's view has. */
  fieldView(): FieldView {
    const { field, id } = this;
    const { node, widget } = field;
    const { options = {} } = widget;
    const { prefix, suffix } = { ...widget.affixes?.(field), ...options };
    const errors = messagesOf(field, this.error);
    const described = [
      prefix && `${id}:prefix`,
      suffix && `${id}:suffix`,
      node.description && `${id}:help`,
      errors.length > 0 && `${id}:error`,
    ].filter(Boolean);
    return {
      template: widget.template,
      id,
      name: node.name,
      label: field.title,
      number: this.number,
      title: this.title,
      help: node.description,
      errors,
      invalid: this.error !== undefined,
      describedBy: described.length > 0 ? described.join(" ") : undefined,
      // An empty text is a value where the schema keeps it.
      required: node.required && node.meta.allowEmpty !== true,
      autofocus: this.focus === id,
      isGroup: widget.isGroup ?? false,
      readonly: this.readonly,
      disabled: options.disabled ?? false,
      placeholder: options.placeholder ?? node.meta.placeholder,
      prefix,
      suffix,
      affixed: prefix !== undefined || suffix !== undefined,
      cssClass: options.cssClass,
      itemCssClass: options.itemCssClass,
      attributes: options.attributes && attributeViews(options.attributes),
    };
  }

  #readonlyView(): ReadonlyView {
    return { ...this.fieldView(), template: "readonly", required: false, text: this.shown };
  }
}
