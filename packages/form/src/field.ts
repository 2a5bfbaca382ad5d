import type { SchemaNode } from "@turnform/schema";
import { defaultWidget } from "./default-widget.ts";
import { divisionOf, type Part } from "./division.ts";
import { childId } from "./ids.ts";
import { hidden } from "./widgets/hidden.ts";
import type { Widget, WidgetOptions } from "./widgets/widget.ts";

/** What a field is to the one around it. */
export interface FieldRole {
  /** Whether it is posted in a list, default false. */
  readonly isItem?: boolean;
  /** Whether it stands for any number of items, which have numbers; default false. */
  readonly isNumbered?: boolean;
  /** What it is called where its metadata does not say, default its name in words. */
  readonly title?: string;
  /** Draws and reads it in place of the widget that its metadata or its type says. */
  readonly widget?: Widget;
}

/** A schema node with the widget that draws and reads it. Immutable; children are made when asked for. */
export class Field {
  readonly node: SchemaNode;
  readonly widget: Widget;
  /** Whether it stands in a list: it is known by its position, and must post something even when it is empty. */
  readonly isItem: boolean;
  /** Whether it stands for any number of items, which have numbers. */
  readonly isNumbered: boolean;
  /** What it is called. */
  readonly title: string;
  #children: readonly Field[] | undefined;

  constructor(node: SchemaNode, role: FieldRole = {}) {
    const { isItem = false, isNumbered = false, title = node.title, widget } = role;
    this.node = node;
    this.isItem = isItem;
    this.isNumbered = isNumbered;
    this.title = node.meta.title ?? title;
    this.widget = widget ?? widgetOf(node);
  }

  /** The same field with another widget. */
  drawnBy(widget: Widget): Field {
    const { node, isItem, isNumbered, title } = this;
    return new Field(node, { isItem, isNumbered, title, widget });
  }

  /** The fields inside, each once: an object's in order, a sequence's one item, a tuple's positions, a union's options. */
  get children(): readonly Field[] {
    return (this.#children ??= divisionOf(this.node)
      .fields(this.node)
      .map(([node, role]) => new Field(node, role)));
  }

  /** Whether it can't be edited, so that what is posted for it is not read. */
  get isFixed(): boolean {
    const { readonly = false, disabled = false } = this.widget.options ?? {};
    return readonly || disabled;
  }

  /** Whether it holds one field for as many items as there are. */
  get isList(): boolean {
    return divisionOf(this.node).isList;
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
    return divisionOf(this.node).child(this, key, cstruct);
  }

  /** The parts of a value, with their keys; without a value those that there always are. */
  parts(cstruct?: unknown): readonly Part[] {
    return divisionOf(this.node).parts(this, cstruct);
  }

  /** The keys that a segment of a path, as a person writes it, stands for: a record's entries go by their keys. */
  keys(segment: string, cstruct: unknown): readonly (string | number)[] {
    return divisionOf(this.node).keys(segment, cstruct);
  }
}

/**
 * Walks a field and all inside it, a type at a time: a schema inside itself ends where it begins again.
 *
 * @yields each field whose type has not come before, outer ones first
 */
export function* walkFields(field: Field, seen: Set<unknown> = new Set()): Generator<Field> {
  if (seen.has(field.node.type)) return;
  seen.add(field.node.type);
  yield field;
  for (const child of field.children) yield* walkFields(child, seen);
}

/**
 * Walks the fields that stand once on a page: what is in a sequence does not.
 *
 * @yields each field inside the mappings from this one on, with its id
 */
export function* walkPage(field: Field, id: string): Generator<readonly [field: Field, id: string]> {
  yield [field, id];
  for (const [key, part] of field.parts()) yield* walkPage(part, childId(id, key));
}

function widgetOf(node: SchemaNode): Widget {
  const { widget: given } = node.meta;
  const widget = isWidget(given)
    ? given
    : { ...defaultWidget(node), ...(given && { options: optionsOf(node, given) }) };
  return widget.options?.hidden === true ? hidden(widget.options, widget) : widget;
}

const OPTIONS: ReadonlySet<string> = new Set<keyof WidgetOptions>([
  "hidden",
  "readonly",
  "disabled",
  "autofocus",
  "placeholder",
  "prefix",
  "suffix",
  "cssClass",
  "itemCssClass",
  "attributes",
]);

function optionsOf({ name }: SchemaNode, given: object): WidgetOptions {
  const unknown = Object.keys(given).find((key) => !OPTIONS.has(key));
  if (unknown !== undefined)
    throw new TypeError(
      `The widget of field "${name}" is neither a widget nor options that all widgets have: it has "${unknown}"`,
    );
  return given;
}

function isWidget(value: unknown): value is Widget {
  const methods = ["deserialize", "view", "focusId"];
  return (
    typeof value === "object" &&
    value !== null &&
    methods.every((method) => typeof Reflect.get(value, method) === "function")
  );
}
