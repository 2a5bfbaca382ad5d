import { hasNode, Pattern, type SchemaNode } from "@turnform/schema";
import type { FormContext } from "../field/field.ts";
import type { Language } from "../languages/language.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";
import { chooseWidget, type GivenWidget } from "./choose-widget.ts";

/** Most patterns that widgets are given for: each is followed through all fields. */
const MOST_PATTERNS = 1000;

/**
 * Makes what the fields of a form have in common.
 *
 * @param widgets Widgets by patterns of paths, such as `cycles.*.*.angle`
 * @param kinds Widgets by the metadata's `kind`, or the kind of a schema's node
 * @throws TypeError where there are more than 1,000 patterns
 * @throws PathError by the first pattern that has more than 100 names and stars
 */
export function formContext(
  language: Language,
  widgets: Readonly<Record<string, GivenWidget>>,
  kinds: Readonly<Record<string, GivenWidget>>,
): FormContext {
  checkCount(widgets);
  const patterns = Object.keys(widgets).map((pattern) => new Pattern(pattern));
  const forPaths = Object.values(widgets);
  return {
    language,
    patterns,
    entryWidget: pair,
    chooseWidget(node, states) {
      const index = patterns.findLastIndex((pattern, at) => pattern.accepts(states[at] ?? []));
      return chooseWidget(node, forPaths[index], kinds);
    },
  };
}

/** Draws a key beside its value. */
const pair = tupleGroup();

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
