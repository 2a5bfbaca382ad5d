import { checkKind } from "./check-kind.ts";
import { fitsClock, fromHtmlClock, limitClock, stepOf, shortClock } from "../languages/html-moment.ts";
import { formatClock } from "../languages/format-values.ts";
import type { MomentView } from "./date-input.ts";
import { oneText } from "./one-text.ts";
import { markerOf, readParts } from "./parts.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link timeInput}. */
export interface TimeInputOptions extends WidgetOptions<MomentView> {
  /** Step of the time in seconds, default the schema's precision, or 60. A value with seconds is shown with them. */
  readonly step?: number;
}

/**
 * Creates an input for a time of day, posted as `{ time }`.
 *
 * An invalid time, or one finer than milliseconds, is shown in a text input, because a time control would drop it.
 */
export function timeInput(options: TimeInputOptions = {}): Widget {
  return {
    ...oneText,
    check: (field) => checkKind(field, "timeInput", ["time", "string"]),
    options,
    template: "time-input",
    encodes: true,
    deserialize({ node }, pstruct, reading) {
      if (pstruct === undefined || pstruct === "") return pstruct;
      const [time] = readParts(pstruct, ["time"], (text) => [text]) ?? [];
      if (time !== undefined) return fromHtmlClock(time, node.constraints);
      reading.fail("incompleteTime");
      return pstruct;
    },
    text: ({ field, text }) => formatClock(text, field.language.tag),
    constants: (field) => ({ name: "time", marker: markerOf(field) }),
    view(place) {
      const { constraints } = place.field.node;
      const value = shortClock(place.text);
      const step = stepOf(value, options.step, constraints.precision);
      return {
        type: fitsClock(value, constraints) ? "time" : "text",
        value,
        min: limitClock(constraints.min, step ?? 60),
        max: limitClock(constraints.max),
        step,
      };
    },
  };
}
