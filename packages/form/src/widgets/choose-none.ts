import type { TextId } from "../languages/english-texts.ts";
import type { WidgetPlace } from "../field/widget.ts";

/** Page properties of a field with a checkbox for "no value". */
export interface ChooseNonePage {
  readonly none?: ChooseNoneView | undefined;
}

/** A checkbox for "no value", for controls that always hold a value. */
export interface ChooseNoneView {
  /** Name of the marker around the checkbox and the control. The first value posted in it counts. */
  readonly marker: string;
  readonly label: string;
  readonly checked: boolean;
}

/**
 * Returns the checkbox for "no value" of an optional field.
 *
 * @param label Id of its label, such as `noColor`
 * @returns undefined if the field always has a value
 */
export function chooseNone({ field, text }: WidgetPlace, label: TextId): ChooseNoneView | undefined {
  const { node } = field;
  if (node.required) return undefined;
  const initial = node.serialize(undefined);
  const canBeEmpty = text === "" || initial === undefined || initial === "";
  return canBeEmpty
    ? { marker: `${node.name}:rename`, label: field.say(label), checked: text === "" }
    : undefined;
}
