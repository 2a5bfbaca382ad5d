import type { Invalid } from "@turnform/schema";
import type { Field } from "./field.ts";
import { isMapping } from "./cstruct.ts";
import { childId } from "./ids.ts";
import { messagesOf } from "./part-errors.ts";
import { StagedView } from "./staged-view.ts";
import type { FieldPage, ItemTitleView } from "./view.ts";
import type { WidgetPlace } from "./widget.ts";

/** A sequence that a place stands in. */
interface List {
  /** What its items are. */
  readonly item: Field["node"]["type"];
  /** How they are drawn, as a text to compare. */
  readonly drawing: string;
}

/** What a place has in common with those beside it. */
export interface Surroundings {
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
  /** Whether values are only shown. */
  readonly readonly: boolean;
  /** True if the page shows what was posted: a list then has the items that were posted, and no more than it may have. */
  readonly isPosted: boolean;
}

/** What can be particular about a place. */
type Particulars = Partial<Pick<Place, "field" | "id" | "value" | "error" | "number" | "title" | "around">>;

/** A field on one page: where it stands, what it shows and what is wrong with it. Immutable. */
export class Place implements WidgetPlace {
  readonly field: Field;
  readonly id: string;
  /** The cstruct: texts, nested as the schema is; anything else is shown as nothing. */
  readonly value: unknown;
  readonly error: Invalid | undefined;
  readonly around: Surroundings;
  /** Position of an item from 1, or `*` for a blank one. */
  readonly number: string | undefined;
  /** What an item is called, beside its number. */
  readonly title: ItemTitleView | undefined;

  constructor(
    field: Field,
    id: string,
    value: unknown,
    error: Invalid | undefined,
    around: Surroundings,
    number?: string,
    title?: ItemTitleView,
  ) {
    this.field = field;
    this.id = id;
    this.value = value;
    this.error = error;
    const isShown = !around.readonly && field.widget.options?.readonly === true;
    this.around = isShown ? { ...around, readonly: true } : around;
    this.number = number;
    this.title = title;
  }

  /** The place of a form's root. */
  static root(
    field: Field,
    id: string,
    {
      value,
      error,
      ...page
    }: Pick<Place, "value" | "error"> & Pick<Surroundings, "focus" | "readonly" | "isPosted">,
  ): Place {
    const around = { lists: [], isBlank: false, hasTwin: false, isCase: false, ...page };
    return new Place(field, id, value, error, around);
  }

  get focus(): string | undefined {
    return this.around.focus;
  }

  /** Whether the value is only shown. */
  get readonly(): boolean {
    return this.around.readonly;
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
  view(): StagedView {
    const { field, readonly } = this;
    const { widget } = field;
    const { template, readonlyTemplate } = widget.options ?? {};
    return new StagedView(field.constants(readonly), this.#page(), readonly ? readonlyTemplate : template);
  }

  /** A named field inside this one. */
  child(field: Field): Place {
    const { value, error, around } = this;
    const { name } = field.node;
    const inner = isMapping(value) ? value[name] : undefined;
    return new Place(field, `${this.id}-${field.idSegment}`, inner, error?.children.get(name), around);
  }

  /** An item of a list. */
  item(field: Field, index: number, value: unknown, around: Surroundings): Place {
    const error = this.error?.children.get(index);
    return new Place(field, `${this.id}-${index}`, value, error, around, String(index + 1));
  }

  /**
   * A part of this field.
   *
   * @param key Its name or position, in ids and in the tree of errors
   * @param particulars What else is particular about it
   */
  inside(field: Field, key: string | number, value: unknown, particulars: Particulars = {}): Place {
    const { error, around } = this;
    const place = new Place(field, childId(this.id, key), value, error?.children.get(key), around);
    return place.with(particulars);
  }

  /** The same place but for some particulars. */
  with(particulars: Particulars): Place {
    const { field, id, value, error, around, number, title } = { ...this, ...particulars };
    return new Place(field, id, value, error, around, number, title);
  }

  /** The same place in other surroundings. */
  within(changes: Partial<Surroundings>): Place {
    return this.with({ around: { ...this.around, ...changes } });
  }

  #page(): object {
    const { widget } = this.field;
    const isText = this.readonly && widget.readonlyTemplate === undefined;
    return Object.assign(this.fieldPage(), isText ? { text: this.shown } : widget.view(this));
  }

  /** The properties that every field has on a page. */
  fieldPage(): FieldPage {
    const { id, field, error, number, title, around } = this;
    const errors = messagesOf(field, error);
    return {
      id,
      number,
      title,
      errors,
      invalid: error !== undefined,
      describedBy: this.describedBy(errors.length > 0),
      autofocus: around.focus === id,
    };
  }

  /** Ids of the elements that describe the field. */
  describedBy(hasErrors: boolean): string | undefined {
    const { prefix, suffix, help } = this.field.constants(this.readonly);
    if (!hasErrors && !prefix && !suffix && !help) return undefined;
    const parts = [prefix && "prefix", suffix && "suffix", help && "help", hasErrors && "error"];
    return parts
      .filter(Boolean)
      .map((part) => `${this.id}:${part}`)
      .join(" ");
  }
}
