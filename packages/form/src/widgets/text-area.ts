import type { InputConstants, InputView } from "../field/view.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link textArea}. */
export interface TextAreaOptions extends WidgetOptions<TextAreaView>, TypedTextOptions {
  /** Number of visible lines; by default the stylesheet sets the height. */
  readonly rows?: number;
  /** Number of visible characters in a line; by default the stylesheet sets the width. */
  readonly cols?: number;
}

/** A text area. */
interface TextAreaView extends InputView, TextAreaConstants {}

/** Constants of {@link TextAreaView}. */
export interface TextAreaConstants extends InputConstants {
  readonly rows?: number | undefined;
  readonly cols?: number | undefined;
}

/** Creates a text area. Lines of its value are separated by `\n`. */
export function textArea(options: TextAreaOptions = {}): Widget {
  const { rows, cols } = options;
  const text = typedText(options);
  return {
    ...text,
    template: "text-area",
    constants: (field) => ({ ...text.constants(field), rows, cols }),
    view: ({ text }) => ({ value: text }),
  };
}
