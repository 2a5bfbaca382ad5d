import type { Invalid } from "@turnform/schema";
import type { FieldStates } from "@turnform/schema/conditions";
import { controlReading } from "./script-reading.ts";
import type { Dependence } from "./dependence.ts";
import type { Field } from "./field.ts";
import { isMapping } from "./cstruct.ts";
import { childId } from "./ids.ts";
import { inclusionOf, isLeftOut } from "./left-out.ts";
import type { LabelledChoices } from "./choice.ts";
import { followingOf } from "./following.ts";
import { messagesOf } from "./part-errors.ts";
import type { Offers } from "./offers.ts";
import { StagedView } from "./staged-view.ts";
import type {
  ButtonView,
  DependentConstants,
  DependentPage,
  FieldConstants,
  FieldPage,
  ItemTitleView,
} from "./view.ts";
import type { WidgetPlace } from "./widget.ts";

/** A sequence around a place. */
interface List {
  /** Type of its items. */
  readonly item: Field["node"]["type"];
  /** Layout, title and buttons of the items as one text. Lists with equal texts can share a blank item. */
  readonly drawing: string;
}

/** Properties of a place, shared with its inner places. */
export interface Surroundings {
  /** Sequences around the place, outermost first. */
  readonly lists: readonly List[];
  /** True in a blank item. The script copies it for new items. */
  readonly isBlank: boolean;
  /** True if the blank item of an outer list has the same field at the same path. */
  readonly outerBlankHasField: boolean;
  /** True in an unchosen case of a union. */
  readonly isUnchosenCase: boolean;
  /** Id of the one element on the page to focus. */
  readonly focus: string | undefined;
  /** True if values are only shown. */
  readonly readonly: boolean;
  /** True if the whole page only shows values. */
  readonly isShownPage: boolean;
  /** Texts in the areas for adding items, by the list's id. */
  readonly pasted?: ReadonlyMap<string, Pasted> | undefined;
  /** The hidden, required and computed fields of the page. Undefined if no field depends on others. */
  readonly states?: FieldStates | undefined;
  /** The choices that depend on other fields. Undefined if no field has any. */
  readonly offers?: Offers | undefined;
  /** The innermost object around the place, if the page has states. */
  readonly around?: object | undefined;
  /** True in a hidden field. */
  readonly isHidden?: boolean;
  /** True if the page shows a post. A list then shows the posted items, at most as many as allowed. */
  readonly isPosted: boolean;
}

/** A text from which a person wanted to make items. */
export interface Pasted {
  readonly text: string;
  /** Message about a text of which no items could be made. */
  readonly error?: string | undefined;
}

/** Properties of a single place. */
type Particulars = Partial<
  Pick<Place, "field" | "id" | "value" | "error" | "number" | "title" | "surroundings">
>;

/** A field on one page: its id, value and errors. It is immutable. */
export class Place implements WidgetPlace {
  readonly field: Field;
  readonly id: string;
  /** The cstruct: texts, nested like the schema. Any other value is shown as empty. */
  readonly value: unknown;
  readonly error: Invalid | undefined;
  readonly surroundings: Surroundings;
  /** Position of an item from 1, or `*` for a blank one. */
  readonly number: string | undefined;
  /** Title of an item, in addition to its number. */
  readonly title: ItemTitleView | undefined;
  /** The place around this one. Undefined for the form's root. */
  readonly outer: Place | undefined;
  /** Ids of the texts "of Team 1" of the groups around the place, innermost first. */
  readonly withinIds: string | undefined;
  #isRequired = false;
  /** True if its own condition hides it. */
  #hidesItself = false;
  #known: object | undefined;
  /** The object around the place, in the cstruct. */
  #owner: unknown;
  /** True if the fields around it can be edited. A computed field can't. */
  #isLive = false;
  #offered: LabelledChoices | undefined;

  constructor(
    field: Field,
    id: string,
    value: unknown,
    error: Invalid | undefined,
    surroundings: Surroundings,
    number?: string,
    title?: ItemTitleView,
    outer?: Place,
  ) {
    this.field = field;
    this.id = id;
    this.value = value;
    this.error = error;
    const isShown = !surroundings.readonly && field.widget.options?.readonly === true;
    this.surroundings = isShown ? { ...surroundings, readonly: true } : surroundings;
    this.number = number;
    this.title = title;
    this.outer = outer;
    this.withinIds = outer?.withinParts;
  }

  /** Makes the place of a form's root. */
  static root(
    field: Field,
    id: string,
    {
      value,
      error,
      ...page
    }: Pick<Place, "value" | "error"> &
      Pick<Surroundings, "focus" | "readonly" | "isPosted" | "pasted" | "states" | "offers">,
  ): Place {
    const surroundings = {
      lists: [],
      isBlank: false,
      outerBlankHasField: false,
      isUnchosenCase: false,
      isShownPage: page.readonly,
      ...page,
    };
    return new Place(field, id, value, error, surroundings);
  }

  get focus(): string | undefined {
    return this.surroundings.focus;
  }

  /** True if the value is only shown. */
  get readonly(): boolean {
    return this.surroundings.readonly;
  }

  /** The value if it is one text, else an empty text. */
  get text(): string {
    return typeof this.value === "string" ? this.value : "";
  }

  /** The value as text for people. */
  get shown(): string {
    return this.field.widget.text?.(this) ?? this.text;
  }

  /** True for a group with a box that is left out, if values are only shown. It has no fields then. */
  get isNothing(): boolean {
    return this.readonly && this.field.leftOutBy === "box" && isLeftOut(this.field, this.value);
  }

  /** The choices that depend on other fields, for this page. Undefined for a field without such choices. */
  get offered(): LabelledChoices | undefined {
    const { field, surroundings } = this;
    if (!field.widget.dependent) return undefined;
    return (this.#offered ??=
      surroundings.offers?.choices(field, this.#owner, surroundings.states) ?? NO_CHOICES);
  }

  /** Ids of the texts that end the names of buttons in the place. */
  get withinParts(): string | undefined {
    return this.field.namesParts ? joinIds(`${this.id}:of`, this.withinIds) : this.withinIds;
  }

  /** Ids of the texts that name the place: its label, and the groups around it. */
  get nameIds(): string {
    return joinIds(`${this.id}:label`, this.withinIds);
  }

  /** True in a hidden field. Browsers then check nothing. */
  get isHidden(): boolean {
    return this.surroundings.isHidden ?? false;
  }

  /** The constants of the field's views, for its state on this page. */
  get constants(): FieldConstants {
    const { field, readonly, isHidden, isRequired } = this;
    return field.constantsIn(readonly, { isHidden, isRequired });
  }

  /** Returns the field's view, in a wrapper if it depends on others, or others depend on it. */
  wrappedView(): StagedView {
    const { field, readonly, isHidden, surroundings } = this;
    const { dependence } = field;
    if (!dependence || (surroundings.isShownPage && !isHidden)) return this.view();
    const isFollower = dependence.follows !== undefined && this.#isLive;
    const page: DependentPage = {
      ...(isFollower && followingOf(this, dependence.follows)),
      hidden: this.#hidesItself,
      content: surroundings.isShownPage ? undefined : this.view(),
      update: readonly ? undefined : this.#updateButton(),
      fixed: readonly && dependence.isRead && !field.widget.secret ? { text: this.#fixedText() } : undefined,
    };
    return new StagedView(wrapperOf(dependence, field), page);
  }

  /** Returns the text of a value without a control, for the script. */
  #fixedText(): string {
    const { field, value, text } = this;
    const isFilled = Array.isArray(value) ? value.length > 0 : isMapping(value) && !isLeftOut(field, value);
    return field.dependence?.isGroup && isFilled ? "filled" : text;
  }

  /** Returns the button that updates the page without the script. The fields inside a group have their own. */
  #updateButton(): ButtonView | undefined {
    const { field, id, nameIds } = this;
    const { isRead = false, isFollowed = false } = field.dependence ?? {};
    const isGroup = field.constants(false).scope === true && field.leftOutBy !== "box";
    const isAsked = isFollowed || (isRead && !isGroup);
    if (!isAsked || field.widget.options?.hidden === true) return undefined;
    return {
      id: `${id}:update`,
      labelledBy: `${id}:update ${nameIds}`,
      name: "__edit__",
      value: `refresh:${field.node.name}`,
      label: field.say("update"),
      disabled: false,
      autofocus: false,
    };
  }

  /** Returns the field's view, made by its widget. */
  view(): StagedView {
    const { field, readonly } = this;
    const { widget } = field;
    const { template, readonlyTemplate } = widget.options ?? {};
    return new StagedView(this.constants, this.#page(), readonly ? readonlyTemplate : template);
  }

  /** Returns the place of a named inner field. */
  child(field: Field): Place {
    const { value, error, surroundings } = this;
    const { name } = field.node;
    const inner = isMapping(value) ? value[name] : undefined;
    const id = `${this.id}-${field.idSegment}`;
    const innerError = error?.children.get(name);
    const place = new Place(field, id, inner, innerError, surroundings, undefined, undefined, this);
    return this.#withState(place);
  }

  /** Returns the place of an item of a list. */
  item(field: Field, index: number, value: unknown, surroundings: Surroundings): Place {
    const error = this.error?.children.get(index);
    const [id, number] = [`${this.id}-${index}`, String(index + 1)];
    return new Place(field, id, value, error, surroundings, number, undefined, this);
  }

  /**
   * Returns the place of a part of the field.
   *
   * @param key Name or position of the part, in ids and in the tree of errors
   * @param particulars Other properties of the place
   */
  inside(field: Field, key: string | number, value: unknown, particulars: Particulars = {}): Place {
    const { surroundings } = this;
    const [id, error] = [childId(this.id, key), this.error?.children.get(key)];
    const place = new Place(field, id, value, error, surroundings, undefined, undefined, this);
    return this.#withState(place).with(particulars);
  }

  /** Returns the place of an inner field with its state on the page. */
  #withState(place: Place): Place {
    const object = this.#object;
    const { states } = this.surroundings;
    place.#owner = object ?? this.value;
    place.#isLive = !this.readonly;
    if (!states || !object) return place;
    const { field } = place;
    const { name } = field.node;
    const hidesItself = states.isHidden(object, name);
    const isHidden = this.isHidden || hidesItself;
    const around = { ...place.surroundings, around: object, isHidden };
    const found = new Place(
      field,
      place.id,
      field.dependence?.isComputed ? states.computedTexts(object, name) : place.value,
      isHidden ? undefined : place.error,
      field.dependence?.isComputed ? { ...around, readonly: true } : around,
      undefined,
      undefined,
      place.outer,
    );
    found.#hidesItself = hidesItself;
    found.#isRequired = states.isRequired(object, name);
    found.#owner = object;
    found.#isLive = !this.readonly;
    return found;
  }

  /** The object for asking about the states of inner fields. */
  get #object(): object | undefined {
    const { field, value, surroundings } = this;
    const { states, around } = surroundings;
    if (!states || !field.constants(false).scope) return undefined;
    return (this.#known ??= states.include(
      around,
      field.node,
      isMapping(value) ? value : Object.create(null),
    ));
  }

  /** True if a condition requires the field. */
  get isRequired(): boolean {
    return this.#isRequired;
  }

  /** Returns the place with some properties changed. */
  with(particulars: Particulars): Place {
    const { field, id, value, error, surroundings, number, title, outer } = { ...this, ...particulars };
    const place = new Place(field, id, value, error, surroundings, number, title, outer);
    place.#isRequired = this.#isRequired;
    place.#owner = this.#owner;
    place.#isLive = this.#isLive;
    place.#hidesItself = this.#hidesItself;
    return place;
  }

  /** Returns the place with changed surroundings. */
  within(changes: Partial<Surroundings>): Place {
    return this.with({ surroundings: { ...this.surroundings, ...changes } });
  }

  #page(): object {
    const { widget } = this.field;
    const isText = this.readonly && widget.readonlyTemplate === undefined;
    return Object.assign(this.fieldPage(), isText ? { text: this.shown } : widget.view(this));
  }

  /** Returns the page properties that all kinds of fields have. */
  fieldPage(): FieldPage {
    const { id, field, error, number, title, surroundings, withinIds } = this;
    const errors = messagesOf(field, error);
    const needsIds = field.widget.isGroup === true && (number !== undefined || withinIds !== undefined);
    return {
      id,
      number,
      title,
      labelledBy: needsIds ? this.nameIds : undefined,
      within: withinIds,
      errors,
      invalid: error !== undefined,
      describedBy: this.describedBy(errors.length > 0),
      autofocus: surroundings.focus === id,
      inclusion: inclusionOf(this),
      nothing: this.isNothing ? field.say("none") : undefined,
    };
  }

  /** Returns the ids of the field's describing elements, for `aria-describedby`. */
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

function joinIds(id: string, others: string | undefined): string {
  return others === undefined ? id : `${id} ${others}`;
}

const NO_CHOICES: LabelledChoices = [];

const wrappers = new WeakMap<Dependence, DependentConstants>();

/** Returns the constants of the wrapper of a field. */
function wrapperOf(dependence: Dependence, field: Field): DependentConstants {
  const known = wrappers.get(dependence);
  if (known) return known;
  const { show, isRead, isGroup, isFollowed } = dependence;
  const require = field.isRequirable ? dependence.require : undefined;
  const read = isRead ? controlReading(field, isGroup) : undefined;
  const made = { template: "dependent", name: field.node.name, show, require, read, isFollowed };
  wrappers.set(dependence, made);
  return made;
}
