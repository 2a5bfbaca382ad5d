import { withoutGroups } from "../field/choice.ts";
import type { InputConstants, InputPage, InputView } from "../field/view.ts";
import { type GivenValues, givenValues } from "./given-values.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link autocomplete}. */
export interface AutocompleteOptions
  extends WidgetOptions<AutocompleteView>, Pick<TypedTextOptions, "strip"> {
  /** Texts to suggest. Without the script the browser suggests them. `dependsOn()` makes them from other fields. */
  readonly values?: GivenValues<string>;
  /**
   * Address of the suggestions, used in place of `values`. The script requests it with `?term=` and the typed text; the
   * answer is a JSON list of texts, or of `{ "value": …, "label": … }`. Without the script there are no suggestions.
   */
  readonly url?: string;
  /** Number of typed characters before the first suggestion, default 1. */
  readonly minLength?: number;
  /** Most suggestions shown at once, default 8. */
  readonly items?: number;
}

/** A line of text with suggestions. */
export interface AutocompleteView extends InputView, AutocompleteConstants, AutocompletePage {}

/** Page properties of {@link AutocompleteView}. */
export interface AutocompletePage extends InputPage {
  /** Suggestions that depend on other fields. */
  readonly suggested?: readonly string[] | undefined;
}

/** Constants of {@link AutocompleteView}. */
export interface AutocompleteConstants extends InputConstants {
  readonly values: readonly string[];
  readonly url?: string | undefined;
  readonly minLetters: number;
  readonly maxSuggestions: number;
}

/**
 * Creates a text input with suggestions. A person may also type any other text.
 *
 *     z.string().meta({ widget: autocomplete({ values: ["Amsterdam", "Athens", "Berlin"] }) })
 *     z.string().meta({ widget: autocomplete({ url: "/cities", minLength: 2 }) })   // GET /cities?term=am → ["Amsterdam"]
 */
export function autocomplete(options: AutocompleteOptions = {}): Widget {
  const { url, minLength = 1, items = 8 } = options;
  const { values = [], trait } = givenValues("autocomplete", options.values, false);
  const text = typedText({ ...options, autocomplete: "off" });
  return {
    ...text,
    ...trait,
    options,
    template: "autocomplete",
    scriptTexts: ["suggestions"],
    resources: ["turnform-autocomplete.js", "turnform-autocomplete.css"],
    constants: (field) => ({
      ...text.constants(field),
      values: url === undefined ? withoutGroups(values).map(([value]) => value) : [],
      url,
      minLetters: minLength,
      maxSuggestions: items,
    }),
    view: ({ text, offered }) => ({
      type: "text",
      value: text,
      suggested: offered && withoutGroups(offered).map(([value]) => value),
    }),
  };
}
