import {
  checkHolds,
  choiceFrom,
  type ChoiceGroupView,
  choicesAt,
  choicesOf,
  choiceViews,
  labelsOf,
  refuseOthers,
  textsOf,
} from "./choices.ts";
import type { ChoiceValue } from "../field/choice.ts";
import { type GivenValues, givenValues } from "./given-values.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link radioChoice}. */
export interface RadioChoiceOptions extends WidgetOptions<ChoiceGroupView> {
  /** Texts and labels to choose from, in order; default the values that the schema allows. `dependsOn()` makes them from other fields. */
  readonly values?: GivenValues<ChoiceValue>;
  /** Shows the choices in one line. Default: false. */
  readonly inline?: boolean;
  /** The text for "nothing chosen", default an empty text. */
  readonly nullValue?: string;
}

/**
 * Creates a group of radio buttons, to choose one value.
 *
 *     z.enum(["small", "large"]).meta({ widget: radioChoice({ inline: true }) })
 *
 * A marker around the buttons keeps the field in the post if nothing is chosen. Other posted values are refused.
 */
export function radioChoice(options: RadioChoiceOptions = {}): Widget {
  const { inline = false, nullValue = "" } = options;
  const { values, trait } = givenValues("radioChoice", options.values, true);
  return {
    ...trait,
    options,
    template: "radio-choice",
    ignoresReadonly: true,
    isGroup: true,
    deserialize(field, pstruct, reading) {
      if (pstruct === undefined) return pstruct;
      if (pstruct === nullValue || pstruct === "") return nullValue === "" ? pstruct : null;
      refuseOthers(field, [pstruct], choicesOf(field, values), reading);
      return pstruct;
    },
    scriptReading: () => ({ none: nullValue || undefined }),
    fromText: (field, text) => choiceFrom(field, text, values),
    text: (place) => labelsOf(place, choicesAt(place, values)),
    constants: (field) => ({ mustChoose: field.isRequired, inline }),
    view(place) {
      const chosen = place.text === "" ? new Set([nullValue]) : textsOf(place);
      // The id makes the name unique: buttons with one name exclude each other in the whole form.
      return { type: "radio", control: place.id, choices: choiceViews(place, values, chosen) };
    },
    focusId: (_, id) => `${id}-0`,
    check: (field) => checkHolds(field, false, values),
  };
}
