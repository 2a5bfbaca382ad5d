import type { SchemaNode } from "@turnform/schema";
import { defaultWidget } from "./default-widget.ts";
import { isWidget, type Widget } from "./widgets/widget.ts";

/** A schema node with the widget that draws and reads it. Immutable; children are made when asked for. */
export class Field {
  readonly node: SchemaNode;
  readonly widget: Widget;
  /** Whether it is an item of a sequence: it has a number, and must post something even when it is empty. */
  readonly isItem: boolean;
  #children: readonly Field[] | undefined;

  constructor(node: SchemaNode, isItem = false) {
    this.node = node;
    this.isItem = isItem;
    this.widget = widgetOf(node);
  }

  /** An object's fields in order, a sequence's one item. */
  get children(): readonly Field[] {
    const isSequence = this.node.kind === "array";
    return (this.#children ??= this.node.children.map((node) => new Field(node, isSequence)));
  }

  /**
   * The one item of a sequence.
   *
   * @throws TypeError where the field is not one, so that a sequence widget on another field fails at once
   */
  get item(): Field {
    const [item] = this.children;
    if (!item?.isItem)
      throw new TypeError(`Field "${this.node.name}" is not a sequence: it is ${this.node.kind}`);
    return item;
  }

  /** The field at the next key of a data path. */
  child(key: string | number): Field | undefined {
    if (this.node.kind === "array") return typeof key === "number" ? this.children[0] : undefined;
    return this.children.find((child) => child.node.name === key);
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

function widgetOf(node: SchemaNode): Widget {
  const { widget } = node.meta;
  if (!widget) return defaultWidget(node);
  if (!isWidget(widget))
    throw new TypeError(
      `The widget of field "${node.name}" is not one: a widget draws, reads and takes the focus`,
    );
  return widget;
}
