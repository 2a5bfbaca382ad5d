import { fromHtmlDay, isDay, limitDay, toHtmlDay } from "../languages/html-moment.ts";
import { dayInWords } from "../languages/in-words.ts";
import type { InputConstants, InputView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import { markerOf, readParts } from "./parts.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link dateInput}. */
export interface DateInputOptions extends WidgetOptions<MomentView> {
  /** What a browser may fill in, such as `bday`. */
  readonly autocomplete?: string;
}

/** A field of one control in a mapping of its own. */
export interface MomentView extends InputView, MomentConstants {}

/** The properties of {@link MomentView} that are the same on every page. */
export interface MomentConstants extends InputConstants {
  /** Name of the marker around the control. */
  readonly marker: string;
}

/**
 * A day, chosen from the browser's calendar; posted as `{ date }`.
 *
 * A value that is no day, such as what was typed in its place, is shown as text, since a date control would drop it.
 */
export function dateInput(options: DateInputOptions = {}): Widget {
  return {
    ...oneText,
    options,
    template: "date-input",
    deserialize({ node }, pstruct, reading) {
      if (pstruct === undefined || pstruct === "") return pstruct;
      const [date] = readParts(pstruct, ["date"], (text) => [text]) ?? [];
      if (date !== undefined) return fromHtmlDay(node, date);
      reading.fail("incompleteDate");
      return pstruct;
    },
    text: ({ field, text }) => dayInWords(toHtmlDay(field.node, text), field.language.tag),
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
