import type { InputConstants, InputView } from "../field/view.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link autocomplete}: texts to suggest, or where to ask for them. */
export interface AutocompleteOptions
  extends WidgetOptions<AutocompleteView>, Pick<TypedTextOptions, "strip"> {
  /** Texts to suggest; without the script the browser suggests them. */
  readonly values?: readonly string[];
  /**
   * Address that is asked with `?term=` and what was typed, and answers with a JSON list of texts, or of
   * `{ "value": …, "label": … }`; used in place of `values`. Without the script nothing is suggested.
   */
  readonly url?: string;
  /** Characters typed before anything is suggested, default 1. */
  readonly minLength?: number;
  /** Most suggestions shown at once, default 8. */
  readonly items?: number;
}

/** A line of text with suggestions. */
export interface AutocompleteView extends InputView, AutocompleteConstants {}

/** The properties of {@link AutocompleteView} that are the same on every page. */
export interface AutocompleteConstants extends InputConstants {
  readonly values: readonly string[];
  readonly url?: string | undefined;
  readonly least: number;
  readonly most: number;
}

/**
 * A line of text that is completed by suggestions; any other text may be written as well.
 *
 *     z.string().meta({ widget: autocomplete({ values: ["Amsterdam", "Athens", "Berlin"] }) })
 *     z.string().meta({ widget: autocomplete({ url: "/cities", minLength: 2 }) })   // GET /cities?term=am → ["Amsterdam"]
 */
export function autocomplete(options: AutocompleteOptions = {}): Widget {
  const { values = [], url, minLength = 1, items = 8 } = options;
  const text = typedText({ ...options, autocomplete: "off" });
  return {
    ...text,
    options,
    template: "autocomplete",
    scriptTexts: ["suggestions"],
    resources: ["turnform-autocomplete.js", "turnform-autocomplete.css"],
    constants: (field) => ({
      ...text.constants(field),
      values: url === undefined ? values : [],
      url,
      least: minLength,
      most: items,
    }),
    view: ({ text }) => ({ type: "text", value: text }),
  };
}
