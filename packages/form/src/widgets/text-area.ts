import type { InputConstants, InputView } from "../field/view.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link textArea}. */
export interface TextAreaOptions extends WidgetOptions<TextAreaView>, TypedTextOptions {
  /** Lines to be seen, default what the stylesheet says. */
  readonly rows?: number;
  /** Characters in a line to be seen, default what the stylesheet says. */
  readonly cols?: number;
}

/** Several lines of text. */
interface TextAreaView extends InputView, TextAreaConstants {}

/** The properties of {@link TextAreaView} that are the same on every page. */
export interface TextAreaConstants extends InputConstants {
  readonly rows?: number | undefined;
  readonly cols?: number | undefined;
}

/** Several lines of text, ended by `\n`. */
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
