import type { TextId } from "../languages/english-texts.ts";
import { select, type SelectOptions } from "./select.ts";
import type { Widget } from "../field/widget.ts";

/** Resources of a list with search. */
export const SEARCH_RESOURCES: readonly string[] = [
  "turnform-select-search.js",
  "turnform-select-search.css",
];

/** Texts of the script for a list with search. */
export const SEARCH_TEXTS: readonly TextId[] = ["addWord", "removeWord", "nothingFound"];

/**
 * Creates a {@link select} with search by typing, for long lists. Without JavaScript it is an ordinary select.
 *
 *     z.enum(countries).meta({ widget: selectSearch({ placeholder: "Country …" }) })
 */
export function selectSearch(options: SelectOptions = {}): Widget {
  return {
    ...select(options),
    template: "select-search",
    ignoresReadonly: true,
    resources: SEARCH_RESOURCES,
    scriptTexts: SEARCH_TEXTS,
  };
}
