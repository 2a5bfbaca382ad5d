import { findNodes, Pattern, type SchemaNode } from "@turnform/schema";
import type { Language } from "./language.ts";
import type { Widget, WidgetOptions } from "./widgets/widget.ts";

/** A widget, or what the one that follows otherwise is told. */
export type GivenWidget = Widget | WidgetOptions;

/** What the fields of a form have in common, beyond their schema. */
export interface FormContext {
  /** What the form writes by itself. */
  readonly language: Language;
  /** Widgets by patterns of paths; of several that fit, the last one counts. */
  readonly widgets: readonly (readonly [pattern: Pattern, given: GivenWidget])[];
  /** Widgets by the metadata's `kind`, or the kind of a schema's node. */
  readonly kinds: Readonly<Record<string, GivenWidget>>;
}

/** Reads the patterns that widgets are given for, such as `cycles.*.*.angle`. */
export function widgetPatterns(widgets: Readonly<Record<string, GivenWidget>>): FormContext["widgets"] {
  return Object.entries(widgets).map(([pattern, given]) => [new Pattern(pattern), given]);
}

/**
 * Sees to it that widgets given to one form have their fields; an application's defaults may be for some forms only.
 *
 * @throws TypeError by the first pattern that no field fits
 */
export function checkPatterns(widgets: object = {}, root: SchemaNode): void {
  for (const pattern of Object.keys(widgets)) {
    if (findNodes(root, pattern).length === 0)
      throw new TypeError(`A widget is given for "${pattern}", but the schema has no field there`);
  }
}
