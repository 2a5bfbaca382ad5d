import type { SchemaNode } from "@turnform/schema";
import type { WidgetField } from "../field/widget.ts";

/** Kinds of single values. An application's own kinds are not among them, because any widget may read their texts. */
const KINDS: ReadonlySet<string> = new Set([
  "string",
  "number",
  "integer",
  "bigint",
  "decimal",
  "money",
  "boolean",
  "date",
  "datetime",
  "time",
  "enum",
  "file",
]);

/** Kinds of typed numbers. A text or a choice may hold one too. */
export const NUMBERS: readonly string[] = [
  "number",
  "integer",
  "bigint",
  "decimal",
  "money",
  "string",
  "enum",
];

/** Kinds of days and points in time. */
export const DAYS: readonly string[] = ["date", "datetime", "string"];

/**
 * Checks that a field holds a single value of a kind that its widget reads.
 *
 * @param widget Name of the widget's function
 * @param kinds Kinds that it reads
 * @throws TypeError for any other kind
 */
export function checkKind({ node, children }: WidgetField, widget: string, kinds: readonly string[]): void {
  const { name, kind } = node;
  checkSingle({ node, children });
  if (KINDS.has(kind) && !kinds.includes(kind))
    throw new TypeError(
      `Field "${name}" is of kind ${kind}, but its widget ${widget}() reads ${inWords(kinds)}. Use another widget, or none: each kind has a default`,
    );
}

/** Returns true if a field is written as one text: a single value, or a union of such. */
export function isOneText({ kind, children }: SchemaNode): boolean {
  return kind === "union" ? children.every(isOneText) : children.length === 0 && kind !== "object";
}

/** Checks that a field holds a single value. */
export function checkSingle({ node, children }: Pick<WidgetField, "node" | "children">): void {
  const { name, kind } = node;
  if (kind === "union" && children.length === 0 && !isOneText(node))
    throw new TypeError(
      `Field "${name}" is a union of values with parts, but its widget takes a single value. Set .meta({ wire: { decode, encode } }) to read it from a text`,
    );
  if (children.length > 0)
    throw new TypeError(
      `Field "${name}" is of kind ${kind}, but its widget takes a single value. Use a widget for this kind, or none`,
    );
}

function inWords(kinds: readonly string[]): string {
  return kinds.length === 1 ? `only ${kinds[0]}` : `${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}`;
}
