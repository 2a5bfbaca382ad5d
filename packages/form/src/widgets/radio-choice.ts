import {
  checkHolds,
  type ChoiceGroupView,
  choicesOf,
  type ChoiceValue,
  choiceViews,
  labelsOf,
  refuseOthers,
  textsOf,
} from "./choices.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link radioChoice}. */
export interface RadioChoiceOptions extends WidgetOptions<ChoiceGroupView> {
  /** Texts and labels offered, in order; default those that the schema allows. */
  readonly values?: readonly ChoiceValue[];
  /** Whether they stand in a line, default false. */
  readonly inline?: boolean;
  /** The text that stands for nothing chosen, default the empty one. */
  readonly nullValue?: string;
}

/**
 * One of several values, each with a button beside it.
 *
 *     z.enum(["small", "large"]).meta({ widget: radioChoice({ inline: true }) })
 *
 * Nothing chosen is posted as nothing: the marker around the buttons stands for it, in items as well. What is not offered is
 * refused.
 */
export function radioChoice(options: RadioChoiceOptions = {}): Widget {
  const { values, inline = false, nullValue = "" } = options;
  return {
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
    text: (place) => labelsOf(place, choicesOf(place.field, values)),
    constants: (field) => ({ mustChoose: field.isRequired, inline }),
    view(place) {
      const chosen = place.text === "" ? new Set([nullValue]) : textsOf(place);
      // Buttons of one name exclude each other, all over the form.
      return { type: "radio", control: place.id, choices: choiceViews(place, values, chosen) };
    },
    focusId: (_, id) => `${id}-0`,
    check: (field) => checkHolds(field, false, values),
  };
}
