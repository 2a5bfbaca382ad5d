import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import type { Widget } from "./widget.ts";

/** A number, in a field that a telephone shows digits for. */
export function numberInput(): Widget {
  return {
    ...oneText,
    template: "number-input",
    view(place): InputView {
      const { constraints, kind, meta } = place.field.node;
      const [min, max] = [constraints.min, constraints.max].map((bound) =>
        typeof bound === "number" ? bound : undefined,
      );
      const whole = kind === "integer";
      return {
        ...place.fieldView(),
        // A browser empties a number field whose text is none; what was typed must be seen to be mended.
        type: Number.isNaN(Number(place.text)) ? "text" : "number",
        value: place.text,
        placeholder: meta.placeholder,
        min,
        max,
        step: constraints.step ?? (whole ? 1 : "any"),
        inputMode: whole && (min ?? -1) >= 0 ? "numeric" : "decimal",
      };
    },
  };
}
