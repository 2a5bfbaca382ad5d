import { Pattern, type SchemaNode } from "@turnform/schema";
import type { Conditions } from "@turnform/schema/conditions";
import { missingPath } from "@turnform/schema/misspelt";
import type { FormContext } from "../field/field.ts";
import type { Language } from "../languages/language.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";
import { chooseWidget, type GivenWidget } from "./choose-widget.ts";
import type { WidgetsAt } from "./form-options.ts";

/** Limit of patterns for widgets. Each pattern is followed through all fields. */
const MOST_PATTERNS = 1000;

/**
 * Makes the context that the fields of a form share.
 *
 * @param widgets Widgets by patterns of paths, such as `cycles.*.*.angle`
 * @param kinds Widgets by the metadata's `kind`, or the kind of a schema's node
 * @throws TypeError if there are more than 1,000 patterns
 * @throws PathError for the first pattern with more than 100 names and stars
 */
export function formContext(
  language: Language,
  widgets: WidgetsAt<unknown>,
  kinds: Readonly<Record<string, GivenWidget>>,
  conditions?: Conditions,
): FormContext {
  checkCount(widgets);
  const patterns = Object.keys(widgets).map((pattern) => new Pattern(pattern));
  const forPaths = Object.values(widgets);
  return {
    language,
    conditions,
    patterns,
    entryWidget: pair,
    chooseWidget(node, states, path) {
      const index = patterns.findLastIndex((pattern, at) => pattern.accepts(states[at] ?? []));
      return chooseWidget(node, forPaths[index], kinds, path);
    },
  };
}

/** Draws a key and its value. */
const pair = tupleGroup();

/**
 * Checks that the widgets of one form have their fields. An application's defaults may be for some forms only, so they are not
 * checked.
 *
 * @throws TypeError for the first pattern without a field, or for more than 1,000 patterns
 */
export function checkPatterns(widgets: object = {}, root: SchemaNode): void {
  checkCount(widgets);
  for (const pattern of Object.keys(widgets)) {
    const hint = missingPath(root, pattern, "*");
    if (hint !== undefined)
      throw new TypeError(`A widget is given for "${pattern}", but the schema has no field there. ${hint}`);
  }
}

function checkCount(widgets: object): void {
  const count = Object.keys(widgets).length;
  if (count > MOST_PATTERNS)
    throw new TypeError(
      `${count} widgets are given for paths; at most ${MOST_PATTERNS} are allowed. Give the others by .meta({ widget }), or by kinds`,
    );
}
