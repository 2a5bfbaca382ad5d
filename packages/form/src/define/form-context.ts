import { hasNode, Pattern, type SchemaNode } from "@turnform/schema";
import type { Language } from "../languages/language.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

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

/** Most patterns that widgets are given for: each is followed through all fields. */
const MOST_PATTERNS = 1000;

/**
 * Reads the patterns that widgets are given for, such as `cycles.*.*.angle`.
 *
 * @throws TypeError where there are more than 1,000
 * @throws PathError by the first one that has more than 100 names and stars
 */
export function widgetPatterns(widgets: Readonly<Record<string, GivenWidget>>): FormContext["widgets"] {
  checkCount(widgets);
  return Object.entries(widgets).map(([pattern, given]) => [new Pattern(pattern), given]);
}

/**
 * Sees to it that widgets given to one form have their fields; an application's defaults may be for some forms only.
 *
 * @throws TypeError by the first pattern that no field fits, or where there are more than 1,000
 */
export function checkPatterns(widgets: object = {}, root: SchemaNode): void {
  checkCount(widgets);
  for (const pattern of Object.keys(widgets)) {
    if (!hasNode(root, pattern))
      throw new TypeError(`A widget is given for "${pattern}", but the schema has no field there`);
  }
}

function checkCount(widgets: object): void {
  const count = Object.keys(widgets).length;
  if (count > MOST_PATTERNS)
    throw new TypeError(
      `${count} widgets are given for paths; at most ${MOST_PATTERNS} are allowed. Give the others by .meta({ widget }), or by kinds`,
    );
}
