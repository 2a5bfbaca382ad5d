import { type Pattern, Parts, type SchemaNode, type State } from "@turnform/schema";
import { ArrangedFields } from "./arranged.ts";
import { attributeViews } from "./attributes.ts";
import { type Case, findCases } from "./cases.ts";
import { partOf } from "./cstruct.ts";
import { walkFields } from "./walk-fields.ts";
import { groupsAroundRepeated, holdsNames } from "./naming.ts";
import { type Dependence, dependenceOf, type FieldState } from "./dependence.ts";
import { divisionOf, type FieldRole, type Part } from "./division.ts";
import { idSegment } from "./ids.ts";
import type { LeavingOut } from "./left-out.ts";
import { type Language, say } from "../languages/language.ts";
import type { TextId } from "../languages/english-texts.ts";
import type { FieldConstants } from "./view.ts";
import type { Widget, WidgetField, WidgetOptions } from "./widget.ts";
import type { Conditions } from "@turnform/schema/conditions";

/** Shared context of a form's fields, in addition to their schema. */
export interface FormContext {
  readonly language: Language;
  /** The conditions of the schema. Undefined if no field depends on others. */
  readonly conditions?: Conditions | undefined;
  /** Patterns of paths for widgets. */
  readonly patterns: readonly Pattern[];
  /** Widget of a record's entry, a key and its value. */
  readonly entryWidget: Widget;
  /**
   * Chooses the widget of a field.
   *
   * @param states State of each pattern at the field
   * @param path Dotted path of the field in its schema, for messages
   */
  chooseWidget(node: SchemaNode, states: readonly State[], path: string): Widget;
}

/** A schema node with its widget. It is immutable; children are made on demand. */
export class Field implements WidgetField {
  readonly node: SchemaNode;
  readonly widget: Widget;
  /** True for an item of a list. Its position identifies it, and it must post something even if it is empty. */
  readonly isItem: boolean;
  /** True for the form itself, which has no label on its page. */
  readonly isRoot: boolean;
  /** True if it stands for any number of numbered items. */
  readonly isNumbered: boolean;
  /** True in a group with a box to leave it out. Browsers must then accept empty fields, because the group may be left out. */
  readonly inOptional: boolean;
  readonly title: string;
  /** True if it can't be edited. Its post is not read. */
  readonly isFixed: boolean;
  /** Schema node of the object, or of the option of a union, that holds the field. */
  readonly owner: SchemaNode | undefined;
  readonly #siblings: (() => readonly Field[]) | undefined;
  /** The item of a list around the field, or the root. Groups in it have different names. */
  readonly #scope: Field;
  /** Dotted path in the schema, for messages. `*` is any item. */
  readonly path: string;
  /** State of each pattern for widgets at this field. */
  readonly #states: readonly State[];
  readonly #context: FormContext;
  /** The arrangement of the inner fields, from the application. */
  readonly #arrange: unknown;
  #children: readonly Field[] | undefined;
  #arranged: ArrangedFields<Field> | undefined;
  #inside: Parts<Field> | undefined;
  #constants: readonly [controls: FieldConstants, shown: FieldConstants] | undefined;
  readonly #constantsIn = new Map<string, FieldConstants>();
  #idSegment: string | undefined;
  #holdsFixed: boolean | undefined;
  #cases: readonly Case<Field>[] | undefined;
  #namesParts: boolean | undefined;
  #groupsAroundRepeated: ReadonlySet<Field> | undefined;
  #dependence: { readonly found: Dependence | undefined } | undefined;

  constructor(
    node: SchemaNode,
    context: FormContext,
    states: readonly State[],
    role: FieldRole = {},
    outerPath = "",
    scope?: Field,
    siblings?: () => readonly Field[],
  ) {
    const { isItem = false, isNumbered = false, isEntry = false, title = node.title, widget } = role;
    this.inOptional = role.inOptional ?? false;
    this.node = node;
    this.owner = role.owner;
    this.#siblings = siblings;
    this.path = [outerPath, segmentOf(node)].filter(Boolean).join(".");
    this.#context = context;
    this.#states = states;
    this.#arrange = role.arrange ?? node.meta.arrange;
    this.isRoot = role.isRoot ?? false;
    this.isItem = isItem;
    this.isNumbered = isNumbered;
    this.#scope = isNumbered || !scope ? this : scope;
    this.title = node.meta.title ?? (typeof title === "string" ? title : this.say(title.say));
    this.widget = widget ?? (isEntry ? context.entryWidget : context.chooseWidget(node, states, this.path));
    const { readonly = false, disabled = false } = this.options;
    this.isFixed = readonly || disabled;
  }

  /** Makes the root field of a form. */
  static root(node: SchemaNode, context: FormContext, arrange?: readonly unknown[]): Field {
    const states = context.patterns.map(({ start }) => start);
    return new Field(node, context, states, { arrange, isRoot: true });
  }

  /** Returns the field with another widget, and perhaps another title. */
  drawnBy(widget: Widget, title: string = this.title): Field {
    const { node, isItem, isNumbered, inOptional } = this;
    return new Field(node, this.#context, this.#states, { isItem, isNumbered, inOptional, title, widget });
  }

  get language(): Language {
    return this.#context.language;
  }

  /** The fields of the same object, this one included. */
  get siblings(): readonly Field[] {
    return this.#siblings?.() ?? [];
  }

  /** Returns a field of the same object. */
  sibling(name: string): Field | undefined {
    return this.siblings.find(({ node }) => node.name === name);
  }

  /** Its dependence on other fields, and theirs on it. Undefined without any. */
  get dependence(): Dependence | undefined {
    this.#dependence ??= {
      found: this.owner && dependenceOf(this.#context.conditions, this.owner, this),
    };
    return this.#dependence.found;
  }

  get choicesDepend(): boolean {
    return this.widget.dependent !== undefined;
  }

  /** Options of the widget, with the field's own. */
  get options(): WidgetOptions {
    return this.widget.options ?? NO_OPTIONS;
  }

  /** Returns the id of the element to focus for the field. */
  focusId(id: string): string {
    return this.widget.focusId?.(this, id) ?? id;
  }

  /** Cases of a discriminated union. */
  get cases(): readonly Case<Field>[] {
    return (this.#cases ??= findCases<Field>(this));
  }

  /** A person's way to leave the optional group out. Undefined for any other field, or if its widget offers none. */
  get leftOutBy(): LeavingOut | undefined {
    return this.node.leftOutValues.length > 0 ? this.widget.leftOutBy?.(this) : undefined;
  }

  /** True if a person must fill it in. If the schema keeps empty texts, they count as values. */
  get isRequired(): boolean {
    return this.node.required && this.node.meta.allowEmpty !== true;
  }

  get idSegment(): string {
    return (this.#idSegment ??= idSegment(this.node.name));
  }

  /**
   * Returns the constants of the field's views. The object is the same at each call.
   *
   * @param readonly True for read-only views
   */
  constants(readonly: boolean): FieldConstants {
    const [controls, shown] = (this.#constants ??= [this.#makeConstants(false), this.#makeConstants(true)]);
    return readonly ? shown : controls;
  }

  /** True if a condition may require it. */
  get isRequirable(): boolean {
    const { require, show } = this.dependence ?? {};
    return require !== undefined && (this.widget.isBox !== true || require !== show);
  }

  /** Returns the constants of the field's views for a state of the field. The object is the same at each call. */
  constantsIn(readonly: boolean, { isHidden, isRequired }: FieldState): FieldConstants {
    const constants = this.constants(readonly);
    if (!isHidden && !isRequired) return constants;
    const key = `${readonly} ${isHidden} ${isRequired}`;
    const known = this.#constantsIn.get(key);
    if (known) return known;
    const required = constants.required || (isRequired && this.isRequirable && !constants.readonly);
    // Browsers can't require one of several boxes, so those have no such constant.
    const chosen = "mustChoose" in constants && required ? { mustChoose: true } : {};
    const made = { ...constants, ...chosen, required, idle: isHidden };
    this.#constantsIn.set(key, made);
    return made;
  }

  #makeConstants(readonly: boolean): FieldConstants {
    const { node, widget, title } = this;
    const { options } = this;
    const ofWidget: Partial<FieldConstants> = widget.constants?.(this, readonly) ?? {};
    const { prefix = ofWidget.prefix, suffix = ofWidget.suffix } = options;
    // Without a read-only template, the widget shows a text. Nobody can fill that in.
    const isText = readonly && widget.readonlyTemplate === undefined;
    return {
      template: (readonly ? widget.readonlyTemplate : widget.template) ?? "readonly",
      name: node.name,
      label: title,
      help: node.description,
      required: this.isRequired,
      requirable: this.isRequirable,
      scope: this.#context.conditions?.isObject(node) ?? false,
      inOptional: this.inOptional,
      isGroup: widget.isGroup ?? false,
      of: this.namesParts ? this.#ofParts() : undefined,
      readonly,
      disabled: options.disabled ?? false,
      placeholder: options.placeholder ?? node.meta.placeholder,
      cssClass: options.cssClass,
      itemCssClass: options.itemCssClass,
      attributes: options.attributes && attributeViews(options.attributes),
      ...(isText ? { required: false, requirable: false } : ofWidget),
      prefix,
      suffix,
      affixed: prefix !== undefined || suffix !== undefined,
    };
  }

  /** Returns the words before and after the field's title in "of Team 1". */
  #ofParts(): FieldConstants["of"] {
    const [before = "", after = ""] = this.say("ofItem", { item: "\0" }).split("\0");
    return { before, after };
  }

  /** Returns a text in the form's language. */
  say(id: TextId, values?: Readonly<Record<string, unknown>>): string {
    return say(this.language, id, values);
  }

  /** Inner fields, each once: an object's in the page's order, a sequence's one item, a tuple's positions, a union's options. */
  get children(): readonly Field[] {
    return (this.#children ??= this.#makeChildren());
  }

  /**
   * The inner fields of an object in their blocks. Undefined if they have only an order.
   *
   * @throws TypeError if the arrangement does not fit the object
   */
  get arranged(): ArrangedFields<Field> | undefined {
    void this.children;
    return this.#arranged;
  }

  #makeChildren(): readonly Field[] {
    const inOptional = this.inOptional || this.leftOutBy === "box";
    const fields = divisionOf(this.node)
      .fields(this.node)
      .map(
        ([node, role]) =>
          new Field(
            node,
            this.#context,
            this.#statesAt(node),
            { ...role, inOptional, owner: this.node },
            this.path,
            this.#scope,
            () => this.children,
          ),
      );
    if (this.#arrange === undefined) return fields;
    const what = this.path === "" ? "The form" : `Field "${this.path}"`;
    if (this.node.kind !== "object")
      throw new TypeError(
        `${what} is of kind ${this.node.kind}; only the fields of an object can be arranged`,
      );
    this.#arranged = new ArrangedFields(this.#arrange, fields, what);
    return this.#arranged.fields;
  }

  /** Inner fields by name, for the schema's containment. */
  get inside(): Parts<Field> {
    return (this.#inside ??= new Parts(
      this.children.map((child) => [child.node.name, child]),
      this.children[0],
    ));
  }

  /** True if the field, or an inner one, can't be edited. A recursive schema is visited once. */
  get holdsFixed(): boolean {
    return (this.#holdsFixed ??= [...walkFields<Field>(this)].some(({ isFixed }) => isFixed));
  }

  /**
   * True for a group that names its inner groups and buttons, such as "Add Player of Team 1". These are items, unions, and groups around
   * equal names.
   */
  get namesParts(): boolean {
    return (this.#namesParts ??= this.#findNamesParts());
  }

  #findNamesParts(): boolean {
    if (this.widget.isGroup !== true || this.isRoot) return false;
    if (this.isNumbered || this.node.discriminator !== undefined) return holdsNames<Field>(this);
    const scope = this.#scope;
    scope.#groupsAroundRepeated ??= groupsAroundRepeated<Field>(scope);
    return scope.#groupsAroundRepeated.has(this);
  }

  /** Distinguishes fields of the same type with different widgets, here or inside. */
  get variant(): string {
    return this.#states.join(";");
  }

  #statesAt({ edge }: SchemaNode): readonly State[] {
    return this.#context.patterns.map((pattern, index) => pattern.next(this.#states[index] ?? [], edge));
  }

  /** True if it has one inner field for any number of items. */
  get isList(): boolean {
    return divisionOf(this.node).isList;
  }

  /** Type of the marker around its posted parts. */
  get markerType(): "sequence" | "mapping" {
    return divisionOf(this.node).markerType;
  }

  /** Returns the value with its parts by key. For a record, this is the list of its pairs. */
  inParts(cstruct: unknown): unknown {
    const { inParts } = divisionOf(this.node);
    return inParts ? inParts(cstruct) : cstruct;
  }

  /** Returns the value to show. For a record, this is the list of its pairs. */
  shown(cstruct: unknown): unknown {
    const { shown } = divisionOf(this.node);
    return shown ? shown(this.node, cstruct) : cstruct;
  }

  /**
   * The field of a sequence's items.
   *
   * @throws TypeError if the field is no sequence, so that a sequence widget on another field fails early
   */
  get item(): Field {
    const [item] = this.children;
    if (!item || !this.isList)
      throw new TypeError(`Field "${this.node.name}" is not a sequence: it is ${this.node.kind}`);
    return item;
  }

  /**
   * Returns the field at the next key of a data path.
   *
   * @param cstruct The value. It decides the case of a union
   */
  child(key: string | number, cstruct?: unknown): Field | undefined {
    return divisionOf(this.node).child<Field>(this, key, cstruct);
  }

  /** Returns the parts of a value with their keys. Without a value, returns the constant ones. */
  parts(cstruct?: unknown): readonly Part<Field>[] {
    return divisionOf(this.node).parts<Field>(this, cstruct);
  }

  /**
   * Walks the parts of a value. Those of a record or map are its entries.
   *
   * @yields the key, the field and the cstruct of each part
   */
  *partsOf(cstruct: unknown): Generator<readonly [key: string | number, part: Field, value: unknown], void> {
    const divided = this.inParts(cstruct);
    for (const [key, part] of this.parts(divided)) yield [key, part, partOf(divided, key)];
  }

  /** Returns the keys for a segment of a written path. Entries of a record are found by their keys. */
  keys(segment: string, cstruct: unknown): readonly (string | number)[] {
    return divisionOf(this.node).keys(segment, cstruct);
  }
}

const NO_OPTIONS: WidgetOptions = {};

/** Returns the step to a node in a written path. */
function segmentOf({ edge, name }: SchemaNode): string {
  if (typeof edge === "string") return edge;
  // An option of a union has the path of the union.
  return edge.description === "inside" ? "" : edge.description === "beside" ? name : "*";
}
