import { type Pattern, Parts, type SchemaNode, type State } from "@turnform/schema";
import { attributeViews } from "./attributes.ts";
import { type Case, findCases } from "./cases.ts";
import { partOf } from "./cstruct.ts";
import { walkFields } from "./walk-fields.ts";
import { divisionOf, type FieldRole, type Part } from "./division.ts";
import { idSegment } from "./ids.ts";
import { type Language, say } from "../languages/language.ts";
import type { TextId } from "../languages/english-texts.ts";
import type { FieldConstants } from "./view.ts";
import type { Widget, WidgetField, WidgetOptions } from "./widget.ts";

/** What the fields of a form have in common, beyond their schema. */
export interface FormContext {
  readonly language: Language;
  /** The patterns of paths that widgets are given for. */
  readonly patterns: readonly Pattern[];
  /** Draws an entry of a record: a key beside its value. */
  readonly entryWidget: Widget;
  /**
   * Chooses the widget of a field.
   *
   * @param states How far along each of the patterns the field is
   */
  chooseWidget(node: SchemaNode, states: readonly State[]): Widget;
}

/** A schema node with the widget that draws and reads it. Immutable; children are made when asked for. */
export class Field implements WidgetField {
  readonly node: SchemaNode;
  readonly widget: Widget;
  /** Whether it stands in a list: it is known by its position, and must post something even when it is empty. */
  readonly isItem: boolean;
  /** Whether it stands for any number of items, which have numbers. */
  readonly isNumbered: boolean;
  /** What it is called. */
  readonly title: string;
  /** Whether it can't be edited, so that what is posted for it is not read. */
  readonly isFixed: boolean;
  /** How far along each of the patterns it is that widgets are given for. */
  readonly #states: readonly State[];
  readonly #context: FormContext;
  #children: readonly Field[] | undefined;
  #inside: Parts<Field> | undefined;
  #constants: readonly [controls: FieldConstants, shown: FieldConstants] | undefined;
  #idSegment: string | undefined;
  #holdsFixed: boolean | undefined;
  #cases: readonly Case<Field>[] | undefined;

  constructor(node: SchemaNode, context: FormContext, states: readonly State[], role: FieldRole = {}) {
    const { isItem = false, isNumbered = false, isEntry = false, title = node.title, widget } = role;
    this.node = node;
    this.#context = context;
    this.#states = states;
    this.isItem = isItem;
    this.isNumbered = isNumbered;
    this.title = node.meta.title ?? (typeof title === "string" ? title : this.say(title.say));
    this.widget = widget ?? (isEntry ? context.entryWidget : context.chooseWidget(node, states));
    const { readonly = false, disabled = false } = this.options;
    this.isFixed = readonly || disabled;
  }

  /** The root of a form. */
  static root(node: SchemaNode, context: FormContext): Field {
    return new Field(
      node,
      context,
      context.patterns.map(({ start }) => start),
    );
  }

  /** The same field with another widget. */
  drawnBy(widget: Widget): Field {
    const { node, isItem, isNumbered, title } = this;
    return new Field(node, this.#context, this.#states, { isItem, isNumbered, title, widget });
  }

  /** The language of the form. */
  get language(): Language {
    return this.#context.language;
  }

  /** The options of its widget, with those given for the field. */
  get options(): WidgetOptions {
    return this.widget.options ?? NO_OPTIONS;
  }

  /** Returns the id of the element that takes the focus when the field is meant. */
  focusId(id: string): string {
    return this.widget.focusId?.(this, id) ?? id;
  }

  /** The cases of a discriminated union. */
  get cases(): readonly Case<Field>[] {
    return (this.#cases ??= findCases<Field>(this));
  }

  /** True if a person must fill it in. An empty text is a value where the schema keeps it. */
  get isRequired(): boolean {
    return this.node.required && this.node.meta.allowEmpty !== true;
  }

  /** Its name as a segment of an id. */
  get idSegment(): string {
    return (this.#idSegment ??= idSegment(this.node.name));
  }

  /**
   * Returns the properties that all views of the field share, the same object each time.
   *
   * @param readonly True for views that only show the value
   */
  constants(readonly: boolean): FieldConstants {
    const [controls, shown] = (this.#constants ??= [this.#makeConstants(false), this.#makeConstants(true)]);
    return readonly ? shown : controls;
  }

  #makeConstants(readonly: boolean): FieldConstants {
    const { node, widget, title } = this;
    const { options } = this;
    const own: Partial<FieldConstants> = widget.constants?.(this, readonly) ?? {};
    const { prefix = own.prefix, suffix = own.suffix } = options;
    // A widget without a template of its own for it is shown as text, where no one can fill in anything.
    const isText = readonly && widget.readonlyTemplate === undefined;
    return {
      template: (readonly ? widget.readonlyTemplate : widget.template) ?? "readonly",
      name: node.name,
      label: title,
      help: node.description,
      required: this.isRequired,
      isGroup: widget.isGroup ?? false,
      readonly,
      disabled: options.disabled ?? false,
      placeholder: options.placeholder ?? node.meta.placeholder,
      cssClass: options.cssClass,
      itemCssClass: options.itemCssClass,
      attributes: options.attributes && attributeViews(options.attributes),
      ...(isText ? { required: false } : own),
      prefix,
      suffix,
      affixed: prefix !== undefined || suffix !== undefined,
    };
  }

  /** A text in the form's language. */
  say(id: TextId, values?: Readonly<Record<string, unknown>>): string {
    return say(this.language, id, values);
  }

  /** The fields inside, each once: an object's in order, a sequence's one item, a tuple's positions, a union's options. */
  get children(): readonly Field[] {
    return (this.#children ??= divisionOf(this.node)
      .fields(this.node)
      .map(([node, role]) => new Field(node, this.#context, this.#statesAt(node), role)));
  }

  /** The fields inside by their names, as the schema's containment takes them. */
  get inside(): Parts<Field> {
    return (this.#inside ??= new Parts(
      this.children.map((child) => [child.node.name, child]),
      this.children[0],
    ));
  }

  /** True if the field, or one inside it, can't be edited. A schema inside itself is asked once. */
  get holdsFixed(): boolean {
    return (this.#holdsFixed ??= [...walkFields<Field>(this)].some(({ isFixed }) => isFixed));
  }

  /** What tells it from other fields of the same type: the widgets that are given for it and what is inside. */
  get variant(): string {
    return this.#states.join(";");
  }

  #statesAt({ edge }: SchemaNode): readonly State[] {
    return this.#context.patterns.map((pattern, index) => pattern.next(this.#states[index] ?? [], edge));
  }

  /** Whether it holds one field for as many items as there are. */
  get isList(): boolean {
    return divisionOf(this.node).isList;
  }

  /** The marker that its parts are posted in. */
  get markerType(): "sequence" | "mapping" {
    return divisionOf(this.node).markerType;
  }

  /** Returns a value by whose keys parts are found: of a record its pairs. */
  inParts(cstruct: unknown): unknown {
    const { inParts } = divisionOf(this.node);
    return inParts ? inParts(cstruct) : cstruct;
  }

  /** Returns the value that a page shows: of a record its pairs, those of needed keys at least. */
  shown(cstruct: unknown): unknown {
    const { shown } = divisionOf(this.node);
    return shown ? shown(this.node, cstruct) : cstruct;
  }

  /**
   * The one item of a sequence.
   *
   * @throws TypeError where the field is not one, so that a sequence widget on another field fails at once
   */
  get item(): Field {
    const [item] = this.children;
    if (!item || !this.isList)
      throw new TypeError(`Field "${this.node.name}" is not a sequence: it is ${this.node.kind}`);
    return item;
  }

  /**
   * The field at the next key of a data path.
   *
   * @param cstruct The value, which tells a union's cases apart
   */
  child(key: string | number, cstruct?: unknown): Field | undefined {
    return divisionOf(this.node).child<Field>(this, key, cstruct);
  }

  /** The parts of a value, with their keys; without a value those that there always are. */
  parts(cstruct?: unknown): readonly Part<Field>[] {
    return divisionOf(this.node).parts<Field>(this, cstruct);
  }

  /**
   * Walks the parts of a value. Those of a record or map are its entries.
   *
   * @yields the key, the field and the cstruct of each part
   */
  *partsOf(cstruct: unknown): Generator<readonly [key: string | number, part: Field, value: unknown], void> {
    const held = this.inParts(cstruct);
    for (const [key, part] of this.parts(held)) yield [key, part, partOf(held, key)];
  }

  /** The keys that a segment of a path, as a person writes it, stands for: a record's entries go by their keys. */
  keys(segment: string, cstruct: unknown): readonly (string | number)[] {
    return divisionOf(this.node).keys(segment, cstruct);
  }
}

const NO_OPTIONS: WidgetOptions = {};
