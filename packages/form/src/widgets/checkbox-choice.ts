import {
  checkHolds,
  type ChoiceGroupView,
  choicesOf,
  type ChoiceValue,
  choiceViews,
  labelsOf,
  isListRequired,
  refuseOthers,
  textsPosted,
  wholeList,
} from "./choices.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link checkboxChoice}. */
export interface CheckboxChoiceOptions extends WidgetOptions<ChoiceGroupView> {
  /** Texts and labels offered, in order; default those that the schema allows. */
  readonly values?: readonly ChoiceValue[];
  /** Whether they stand in a line, default false. */
  readonly inline?: boolean;
}

/**
 * Any of several values, each with a box to tick: for sets and lists.
 *
 *     z.set(z.enum(["wifi", "parking"])).min(1).meta({ widget: checkboxChoice() })
 *
 * What is not offered is refused. HTML can't ask for one tick of several: that the schema does.
 */
export function checkboxChoice(options: CheckboxChoiceOptions = {}): Widget {
  const { values, inline = false } = options;
  return {
    ...wholeList,
    options,
    template: "checkbox-choice",
    ignoresReadonly: true,
    isGroup: true,
    deserialize(field, pstruct, reading) {
      const texts = textsPosted(typeof pstruct === "string" ? [pstruct] : pstruct);
      if (Array.isArray(texts)) refuseOthers(field, texts, choicesOf(field, values), reading);
      return texts;
    },
    text: (place) => labelsOf(place, choicesOf(place.field, values)),
    constants: (field) => ({ required: isListRequired(field), mustChoose: false, inline }),
    view: (place) => ({ type: "checkbox", control: "checkbox", choices: choiceViews(place, values) }),
    focusId: (_, id) => `${id}-0`,
    check: (field) => checkHolds(field, true, values),
  };
}
