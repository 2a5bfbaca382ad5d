import { titleFromName } from "@turnform/schema";
import type { ChoiceGroup, ChoiceValue, LabelledChoice, LabelledChoices } from "../field/choice.ts";
import { describeValue } from "../field/describe-value.ts";

/** Returns the label of a text: `dark_red` becomes `Dark Red`. A text with capitals or other signs is its own label. */
export function labelOf(text: string): string {
  return /^[\p{Ll}\p{N}_]+$/u.test(text) ? titleFromName(text) : text;
}

/**
 * Returns the choices given to a widget, each with its label.
 *
 * @param widget Name of the widget's function, for the error
 * @param values The widget's option. If all choices have labels, the result is the same array, because choices are cached by it
 * @throws TypeError for anything but texts, pairs of a text and its label, and groups of them
 */
export function withLabels(
  widget: string,
  values: readonly (ChoiceValue | ChoiceGroup)[] | undefined,
): LabelledChoices | undefined {
  if (values === undefined || areLabelled(values)) return values;
  const given: unknown = values;
  if (!Array.isArray(given)) return refuse(widget, given);
  return values.map((choice) => {
    if (!isGroup(choice)) return labelled(widget, choice);
    const { group, options } = choice;
    return { group, options: options.map((inGroup) => labelled(widget, inGroup)) };
  });
}

function labelled(widget: string, choice: ChoiceValue): LabelledChoice {
  if (typeof choice === "string") return [choice, labelOf(choice)];
  return isLabelled(choice) ? choice : refuse(widget, choice);
}

function areLabelled(values: readonly (ChoiceValue | ChoiceGroup)[]): values is LabelledChoices {
  return (
    Array.isArray(values) &&
    values.every((choice: ChoiceValue | ChoiceGroup) =>
      isGroup(choice) ? choice.options.every(isLabelled) : isLabelled(choice),
    )
  );
}

function isGroup(choice: ChoiceValue | ChoiceGroup): choice is ChoiceGroup {
  return typeof choice === "object" && choice !== null && "group" in choice && Array.isArray(choice.options);
}

function isLabelled(choice: ChoiceValue): choice is LabelledChoice {
  return Array.isArray(choice) && choice.length === 2 && choice.every((text) => typeof text === "string");
}

function refuse(widget: string, given: unknown): never {
  throw new TypeError(
    `The values of ${widget}() have ${describeValue(given)}; a list of texts is expected, or of pairs of a text and its label: ["a", ["b", "The b"]]`,
  );
}
