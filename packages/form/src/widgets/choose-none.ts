import type { TextId } from "../languages/english-texts.ts";
import type { WidgetPlace } from "../field/widget.ts";

/** The page of a field that may have such a box. */
export interface ChooseNonePage {
  readonly none?: ChooseNoneView | undefined;
}

/** A box to tick in place of a value, for controls that always hold one. */
export interface ChooseNoneView {
  /** Name of the marker around the box and the control: of the two the first one posted counts. */
  readonly marker: string;
  readonly label: string;
  readonly checked: boolean;
}

/**
 * The box, where a field may be left empty.
 *
 * @param label Its label, such as `noColor`
 * @returns undefined where the field always has a value
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
