import { strip } from "@turnform/schema";
import type { InputPage, InputView, ReadonlyPage, ReadonlyView } from "../field/view.ts";
import { chooseNone, type ChooseNonePage } from "./choose-none.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** A colour that always is one, or that may be none. */
export interface ColorInputView extends InputView, ColorInputPage {}

/** The properties of {@link ColorInputView} that differ from page to page. */
export interface ColorInputPage extends InputPage, ChooseNonePage {}

/** A colour that can only be read. */
export interface ColorReadonlyView extends ReadonlyView, ColorReadonlyPage {}

/** The properties of {@link ColorReadonlyView} that differ from page to page. */
export interface ColorReadonlyPage extends ReadonlyPage {
  /** Undefined where the value is no colour. */
  readonly color?: string | undefined;
}

const COLOR = /^#[\da-f]{6}$/i;

/**
 * A colour, posted as `#rrggbb`; nothing else is taken.
 *
 * A browser's control always holds a colour, black at first: a field that may be empty has a box to tick for none.
 */
export function colorInput(options: WidgetOptions = {}): Widget {
  return {
    ...oneText,
    options,
    template: "color-input",
    readonlyTemplate: "color-readonly",
    ignoresReadonly: true,
    // One that may be none holds a value even then.
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
      // A missing colour is an error that black would hide.
      const value = text === "" && (none || !error) ? "#000000" : text;
      return {
        type: COLOR.test(value) ? "color" : "text",
        value,
        none,
      };
    },
  };
}
