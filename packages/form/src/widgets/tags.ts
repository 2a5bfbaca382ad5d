import { strip } from "@turnform/schema";
import {
  checkHolds,
  choicesAt,
  labelsOf,
  isListRequired,
  leftOutIfEmpty,
  textsOf,
  textsPosted,
  wholeList,
} from "./choices.ts";
import type { ChoiceValue, LabelledChoice } from "../field/choice.ts";
import { type GivenValues, givenValues } from "./given-values.ts";
import { SEARCH_RESOURCES, SEARCH_TEXTS } from "./select-search.ts";
import type { SelectPage, SelectView } from "./select.ts";
import type { Makes, Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link tags}. */
export interface TagsOptions extends WidgetOptions<TagsView> {
  /**
   * Suggested texts and labels; default the values that the schema allows, if they are a closed set. `dependsOn()` makes them from other
   * fields.
   */
  readonly values?: GivenValues<ChoiceValue>;
}

/** A list of words, and an input for one more. */
export interface TagsView extends SelectView, TagsPage {}

/** Page properties of {@link TagsView}. */
export interface TagsPage extends SelectPage {
  /** The input for a further word. */
  readonly create: { readonly id: string; readonly label: string; readonly placeholder: string };
}

/**
 * Creates a list of suggested words, to which a person may add others: for lists and sets of texts.
 *
 *     z.array(z.string().max(20)).meta({ widget: tags({ values: [["new", "New"], ["used", "Used"]] }) })
 *
 * Without JavaScript it is a select and an input for one further word.
 */
export function tags(options: TagsOptions = {}): Widget & Makes<never[] & Set<never>> {
  const { values, trait } = givenValues("tags", options.values, false);
  return {
    ...trait,
    ...wholeList,
    options,
    template: "select-search",
    ignoresReadonly: true,
    resources: SEARCH_RESOURCES,
    scriptTexts: SEARCH_TEXTS,
    deserialize: (field, pstruct) => {
      const texts = textsPosted(pstruct);
      if (!Array.isArray(texts)) return texts;
      const words = texts.map((text) => (typeof text === "string" ? strip(text) : text));
      const distinct = [...new Set(words)].filter((word) => word !== "");
      return leftOutIfEmpty(field, pstruct, distinct);
    },
    leftOutBy: () => "nothing inside",
    text: (place) => labelsOf(place, choicesAt(place, values)),
    constants: (field) => ({
      required: isListRequired(field),
      // The only word may be in the other input, which the browser's check of the select ignores.
      mustChoose: false,
      multiple: true,
      marker: `${field.node.name}:sequence`,
    }),
    view(place) {
      const suggested = choicesAt(place, values);
      const suggestions = new Set<unknown>(suggested.map(([text]) => text));
      const chosen = textsOf(place);
      const added = [...chosen].filter((text) => typeof text === "string" && !suggestions.has(text));
      const entries = [...suggested, ...added.map((text): LabelledChoice => [String(text), String(text)])];
      return {
        entries: [
          { options: entries.map(([value, label]) => ({ value, label, selected: chosen.has(value) })) },
        ],
        create: {
          id: `${place.id}:new`,
          label: place.field.say("anotherWordLabel"),
          placeholder: place.field.constants(false).placeholder ?? place.field.say("anotherWord"),
        },
      };
    },
    check: (field) => checkHolds(field, true, values),
  };
}
