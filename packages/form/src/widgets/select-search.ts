import type { TextId } from "../languages/english-texts.ts";
import { select, type SelectOptions } from "./select.ts";
import type { Widget } from "../field/widget.ts";

/** What a list that is searched by typing loads. */
export const SEARCH_RESOURCES: readonly string[] = [
  "turnform-select-search.js",
  "turnform-select-search.css",
];

/** What its script writes. */
export const SEARCH_TEXTS: readonly TextId[] = ["addWord", "removeWord", "nothingFound"];

/**
 * A {@link select} that is searched by typing, for long lists; without its script it is the select itself.
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
