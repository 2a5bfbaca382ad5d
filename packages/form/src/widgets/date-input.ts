import { checkKind, DAYS } from "./check-kind.ts";
import { fromHtmlDay, isDay, isIso, limitDay, toHtmlDay } from "../languages/html-moment.ts";
import { formatDay } from "../languages/format-values.ts";
import type { InputConstants, InputView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import { markerOf, readParts } from "./parts.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link dateInput}. */
export interface DateInputOptions extends WidgetOptions<MomentView> {
  /** HTML's `autocomplete`: the data a browser may fill in, such as `bday`. */
  readonly autocomplete?: string;
}

/** A field with one control in a mapping marker. */
export interface MomentView extends InputView, MomentConstants {}

/** Constants of {@link MomentView}. */
export interface MomentConstants extends InputConstants {
  /** Name of the marker around the control. */
  readonly marker: string;
}

/**
 * Creates a date input with the browser's calendar, posted as `{ date }`.
 *
 * An invalid day is shown in a text input, because a date control would drop it.
 */
export function dateInput(options: DateInputOptions = {}): Widget {
  return {
    ...oneText,
    check: (field) => checkKind(field, "dateInput", DAYS),
    options,
    template: "date-input",
    encodes: true,
    deserialize({ node }, pstruct, reading) {
      if (pstruct === undefined || pstruct === "") return pstruct;
      const [date] = readParts(pstruct, ["date"], (text) => [text]) ?? [];
      if (date !== undefined) return fromHtmlDay(node, date);
      reading.fail("incompleteDate");
      return pstruct;
    },
    scriptReading: ({ node }) => (isIso(node) ? {} : { as: "moment" }),
    text: ({ field, text }) => formatDay(toHtmlDay(field.node, text), field.language.tag),
    constants: (field) => ({ name: "date", marker: markerOf(field), autocomplete: options.autocomplete }),
    view(place) {
      const { node } = place.field;
      const value = toHtmlDay(node, place.text);
      return {
        type: value === "" || isDay(value) ? "date" : "text",
        value,
        min: limitDay(node, node.constraints.min),
        max: limitDay(node, node.constraints.max),
      };
    },
  };
}
