import type { CheckboxView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link checkbox}. */
export interface CheckboxOptions extends WidgetOptions<CheckboxView> {
  /** What is posted when it is ticked, default the schema's text for true. */
  readonly trueValue?: string;
  /** What an unticked box, which posts nothing, stands for where the schema is no boolean; default `false`. */
  readonly falseValue?: string;
}

/** A box to tick: yes or no, and never missing; a text that is not the box's own is no. */
export function checkbox(options: CheckboxOptions = {}): Widget {
  /** The texts that the schema reads, whatever is posted. */
  function textsOf({ node }: WidgetField): { yes: string; no: string } {
    if (node.kind !== "boolean")
      return { yes: options.trueValue ?? "true", no: options.falseValue ?? "false" };
    const [yes, no] = [node.serialize(true), node.serialize(false)];
    return { yes: typeof yes === "string" ? yes : "true", no: typeof no === "string" ? no : "false" };
  }

  const isChecked = ({ field, text }: WidgetPlace): boolean => text === textsOf(field).yes;

  return {
    ...oneText,
    options,
    template: "checkbox",
    ignoresReadonly: true,
    deserialize(field, pstruct) {
      const { yes, no } = textsOf(field);
      if (pstruct !== undefined && typeof pstruct !== "string") return pstruct;
      return pstruct === (options.trueValue ?? yes) ? yes : no;
    },
    inTitles: () => false,
    text: (place) => place.field.say(isChecked(place) ? "yes" : "no"),
    constants(field) {
      const { name, choices } = field.node;
      return {
        // A box must be ticked only where false is no choice.
        required: choices?.length === 1 && choices[0]?.value === true,
        marker: field.isItem ? `${name}:rename` : undefined,
      };
    },
    view(place) {
      const { yes } = textsOf(place.field);
      return { value: options.trueValue ?? yes, checked: place.text === yes };
    },
  };
}
