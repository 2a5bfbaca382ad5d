import { checkKind } from "./check-kind.ts";
import { strip } from "@turnform/schema";
import type { InputPage, InputView, ReadonlyPage, ReadonlyView } from "../field/view.ts";
import { chooseNone, type ChooseNonePage } from "./choose-none.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** A colour input. */
export interface ColorInputView extends InputView, ColorInputPage {}

/** Page properties of {@link ColorInputView}. */
export interface ColorInputPage extends InputPage, ChooseNonePage {}

/** A readonly colour. */
export interface ColorReadonlyView extends ReadonlyView, ColorReadonlyPage {}

/** Page properties of {@link ColorReadonlyView}. */
export interface ColorReadonlyPage extends ReadonlyPage {
  /** The colour; undefined if the value is not a colour. */
  readonly color?: string | undefined;
}

const COLOR = /^#[\da-f]{6}$/i;

/**
 * Creates a colour input, posted as `#rrggbb`. Other texts are refused.
 *
 * The browser's control always holds a colour, black at first. An optional field therefore has a checkbox for "no colour".
 */
export function colorInput(options: WidgetOptions = {}): Widget {
  return {
    ...oneText,
    check: (field) => checkKind(field, "colorInput", ["string", "enum"]),
    options,
    template: "color-input",
    readonlyTemplate: "color-readonly",
    ignoresReadonly: true,
    // The control of an optional field holds a colour even if "no colour" is ticked.
    inTitles: ({ node }) => node.required,
    deserialize(_, pstruct, reading) {
      if (typeof pstruct !== "string") return pstruct;
      const text = strip(pstruct);
      if (text !== "" && !COLOR.test(text)) reading.fail("invalidColor", { val: text });
      return text;
    },
    constants: () => ({ required: false }),
    view(place) {
      const { text, error, readonly } = place;
      if (readonly) return { text, color: COLOR.test(text) ? text : undefined };
      const none = chooseNone(place, "noColor");
      // Black would hide the error of a missing colour.
      const value = text === "" && (none || !error) ? "#000000" : text;
      return {
        type: COLOR.test(value) ? "color" : "text",
        value,
        none,
      };
    },
  };
}
