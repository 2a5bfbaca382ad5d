import type { SchemaNode } from "@turnform/schema";
import type { Widget, WidgetOptions } from "../field/widget.ts";
import { hidden } from "../widgets/hidden.ts";
import { defaultWidget } from "./default-widget.ts";

/** A widget, or options for the widget that is chosen next. */
export type GivenWidget = Widget | WidgetOptions;

/**
 * Chooses the widget of a field. In this order: given for its path, in its metadata, for its metadata's kind, for its node's kind,
 * and the default of its type. Options without a widget change the next of these.
 *
 * @param forPath Widget given for the field's path
 * @param kinds Widgets by kind
 * @param path Path of the field, for messages
 * @throws TypeError if a value is neither a widget nor options, or if the type has no default widget
 */
export function chooseWidget(
  node: SchemaNode,
  forPath: GivenWidget | undefined,
  kinds: Readonly<Record<string, GivenWidget>>,
  path: string,
): Widget {
  const given = [forPath, node.meta.widget, widgetOf(kinds, node.meta.kind), widgetOf(kinds, node.kind)];
  const widget = choose(node, given, path);
  return widget.options?.hidden === true ? hidden(widget.options, widget) : widget;
}

function choose(node: SchemaNode, [first, ...rest]: readonly unknown[], path: string): Widget {
  if (isWidget(first)) return first;
  if (first === undefined) return rest.length > 0 ? choose(node, rest, path) : defaultWidget(node, path);
  const widget = choose(node, rest, path);
  return { ...widget, options: { ...widget.options, ...optionsOf(node, first) } };
}

function widgetOf(
  kinds: Readonly<Record<string, GivenWidget>>,
  kind: string | undefined,
): GivenWidget | undefined {
  return kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
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
  "template",
  "readonlyTemplate",
]);

function optionsOf({ name }: SchemaNode, given: unknown): WidgetOptions {
  if (typeof given === "function")
    throw new TypeError(`The widget of field "${name}" is a function: call it, as in widget: textInput()`);
  if (typeof given !== "object" || given === null)
    throw new TypeError(
      `The widget of field "${name}" is ${String(given)}; a widget or options are expected`,
    );
  const [missing, ...others] = METHODS.filter((method) => !hasMethod(given, method));
  if (missing !== undefined && others.length === 0)
    throw new TypeError(`The widget of field "${name}" has no method "${missing}"`);
  const unknown = Object.keys(given).find((key) => !OPTIONS.has(key));
  if (unknown !== undefined)
    throw new TypeError(
      `The widget of field "${name}" is neither a widget nor options that all widgets have: it has "${unknown}"`,
    );
  return given;
}

/** The methods that every widget has. */
const METHODS = ["deserialize", "view"];

function isWidget(value: unknown): value is Widget {
  return typeof value === "object" && value !== null && METHODS.every((method) => hasMethod(value, method));
}

function hasMethod(value: object, method: string): boolean {
  return typeof Reflect.get(value, method) === "function";
}
