import {
  checkHolds,
  type ChoiceGroupView,
  choicesAt,
  choicesOf,
  choiceViews,
  labelsOf,
  leftOutIfEmpty,
  isListRequired,
  refuseOthers,
  textsPosted,
  wholeList,
} from "./choices.ts";
import type { ChoiceValue } from "../field/choice.ts";
import { type GivenValues, givenValues } from "./given-values.ts";
import type { Makes, Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link checkboxChoice}. */
export interface CheckboxChoiceOptions extends WidgetOptions<ChoiceGroupView> {
  /** Texts and labels to choose from, in order; default the values that the schema allows. `dependsOn()` makes them from other fields. */
  readonly values?: GivenValues<ChoiceValue>;
  /** Shows the choices in one line. Default: false. */
  readonly inline?: boolean;
}

/**
 * Creates a group of checkboxes, to choose any number of values: for sets and lists.
 *
 *     z.set(z.enum(["wifi", "parking"])).min(1).meta({ widget: checkboxChoice() })
 *
 * Other posted values are refused. HTML can't require one checkbox of a group, so only the server checks a minimum.
 */
export function checkboxChoice(options: CheckboxChoiceOptions = {}): Widget & Makes<never[] & Set<never>> {
  const { inline = false } = options;
  const { values, trait } = givenValues("checkboxChoice", options.values, true);
  return {
    ...trait,
    ...wholeList,
    options,
    template: "checkbox-choice",
    ignoresReadonly: true,
    isGroup: true,
    deserialize(field, pstruct, reading) {
      const texts = textsPosted(typeof pstruct === "string" ? [pstruct] : pstruct);
      if (Array.isArray(texts)) refuseOthers(field, texts, choicesOf(field, values), reading);
      return leftOutIfEmpty(field, pstruct, texts);
    },
    leftOutBy: () => "nothing inside",
    text: (place) => labelsOf(place, choicesAt(place, values)),
    constants: (field) => ({ required: isListRequired(field), inline }),
    view: (place) => ({ type: "checkbox", control: "checkbox", choices: choiceViews(place, values) }),
    focusId: (_, id) => `${id}-0`,
    check: (field) => checkHolds(field, true, values),
  };
}
