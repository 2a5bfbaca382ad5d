import { strip } from "@turnform/schema";
import type { InputView, ReadonlyView } from "../view.ts";
import { chooseNone, type ChooseNoneView } from "./choose-none.ts";
import { oneText } from "./leaf.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** A colour that always is one, or that may be none. */
export interface ColorInputView extends InputView {
  readonly none?: ChooseNoneView | undefined;
}

/** A colour that can only be read. */
export interface ColorReadonlyView extends ReadonlyView {
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
    ignoresReadonly: true,
    // One that may be none holds a value even then.
    inTitles: ({ node }) => node.required,
    deserialize(_, pstruct, reading) {
      if (typeof pstruct !== "string") return pstruct;
      const text = strip(pstruct);
      if (text !== "" && !COLOR.test(text)) reading.fail("invalidColor", { val: text });
      return text;
    },
    view(place): ColorInputView {
      const { text, error } = place;
      const none = chooseNone(place, "noColor");
      // A missing colour is an error that black would hide.
      const value = text === "" && (none || !error) ? "#000000" : text;
      return {
        ...place.fieldView(),
        required: false,
        type: COLOR.test(value) ? "color" : "text",
        value,
        none,
      };
    },
    readonlyView(place): ColorReadonlyView {
      const { text } = place;
      return {
        ...place.fieldView(),
        template: "color-readonly",
        required: false,
        text,
        color: COLOR.test(text) ? text : undefined,
      };
    },
  };
}
