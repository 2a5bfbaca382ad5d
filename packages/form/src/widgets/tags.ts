import { strip } from "@turnform/schema";
import {
  checkHolds,
  choicesOf,
  type ChoiceValue,
  labelsOf,
  isListRequired,
  textsOf,
  textsPosted,
  wholeList,
} from "./choices.ts";
import { SEARCH_RESOURCES, SEARCH_TEXTS } from "./select-search.ts";
import type { SelectPage, SelectView } from "./select.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link tags}. */
export interface TagsOptions extends WidgetOptions<TagsView> {
  /** Texts and labels suggested; default those that the schema allows, if it has a closed set of them. */
  readonly values?: readonly ChoiceValue[];
}

/** A list of words, and room for one more. */
export interface TagsView extends SelectView, TagsPage {}

/** The properties of {@link TagsView} that differ from page to page. */
export interface TagsPage extends SelectPage {
  /** A control for a word that is not known. */
  readonly create: { readonly id: string; readonly label: string; readonly placeholder: string };
}

/**
 * Words of a person's own, beside those that are suggested: for lists and sets of texts.
 *
 *     z.array(z.string().max(20)).meta({ widget: tags({ values: [["new", "New"], ["used", "Used"]] }) })
 *
 * Without its script it is a select, and a field for one word more.
 */
export function tags(options: TagsOptions = {}): Widget {
  const { values } = options;
  return {
    ...wholeList,
    options,
    template: "select-search",
    ignoresReadonly: true,
    resources: SEARCH_RESOURCES,
    scriptTexts: SEARCH_TEXTS,
    deserialize: (_, pstruct) => {
      const texts = textsPosted(pstruct);
      if (!Array.isArray(texts)) return texts;
      const words = texts.map((each) => (typeof each === "string" ? strip(each) : each));
      return [...new Set(words)].filter((each) => each !== "");
    },
    text: (place) => labelsOf(place, choicesOf(place.field, values)),
    constants: (field) => ({
      required: isListRequired(field),
      // The word may stand in the field beside, of which a browser's check knows nothing.
      mustChoose: false,
      multiple: true,
      marker: `${field.node.name}:sequence`,
    }),
    view(place) {
      const suggested = choicesOf(place.field, values);
      const suggestions = new Set<unknown>(suggested.map(([text]) => text));
      const chosen = textsOf(place);
      const own = [...chosen].filter((text) => typeof text === "string" && !suggestions.has(text));
      const entries = [...suggested, ...own.map((text): ChoiceValue => [String(text), String(text)])];
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
