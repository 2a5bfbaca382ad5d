import type { CheckboxView } from "../view.ts";
import { oneText } from "./leaf.ts";
import type { Widget } from "./widget.ts";

/** Options of {@link checkbox}. */
export interface CheckboxOptions {
  /** What is posted when it is ticked, default `true`. */
  readonly trueValue?: string;
  /** What an unticked box, which posts nothing, stands for, default `false`. */
  readonly falseValue?: string;
}

/** A box to tick: yes or no, and never missing. */
export function checkbox(options: CheckboxOptions = {}): Widget {
  const { trueValue = "true", falseValue = "false" } = options;
  return {
    ...oneText,
    template: "checkbox",
    deserialize(_, pstruct) {
      if (pstruct === undefined || pstruct === "") return falseValue;
      return pstruct;
    },
    view(place): CheckboxView {
      const view = place.fieldView();
      return {
        ...view,
        value: trueValue,
        checked: place.text === trueValue,
        marker: place.field.isItem ? `${view.name}:rename` : undefined,
      };
    },
  };
}
