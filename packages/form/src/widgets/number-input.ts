import type { Constraints } from "@turnform/schema";
import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import type { Widget } from "./widget.ts";

/** A number as HTML writes it; a browser empties a number field that holds anything else. */
const HTML_NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A number, in a field that a telephone shows digits for. */
export function numberInput(): Widget {
  return {
    ...oneText,
    template: "number-input",
    view(place): InputView {
      const { constraints, kind, meta } = place.field.node;
      const { text } = place;
      const whole = kind === "integer" || kind === "bigint";
      const min = numberOf(constraints.min);
      return {
        ...place.fieldView(),
        type: text === "" || HTML_NUMBER.test(text) ? "number" : "text",
        value: text,
        placeholder: meta.placeholder,
        min,
        max: numberOf(constraints.max),
        step: stepOf(constraints.step ?? (whole ? 1 : undefined), min ?? Number(text)),
        inputMode: whole && (min ?? -1) >= 0 ? "numeric" : "decimal",
      };
    },
  };
}

function numberOf(bound: Constraints["min"]): number | undefined {
  return typeof bound === "number" ? bound : undefined;
}

/** A browser counts steps from the minimum, or else from the value shown: only from a multiple does it mean multiples. */
function stepOf(step: number | undefined, base: number): number | "any" {
  return step !== undefined && Number.isInteger(base / step) ? step : "any";
}
