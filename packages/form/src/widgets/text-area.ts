import { strip as stripped } from "@turnform/schema";
import type { InputConstants, InputView } from "../field/view.ts";
import { oneText } from "./leaf.ts";
import { textLimits } from "./text-view.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link textArea}. */
export interface TextAreaOptions extends WidgetOptions<TextAreaView> {
  /** Lines to be seen, default what the stylesheet says. */
  readonly rows?: number;
  /** Characters in a line to be seen, default what the stylesheet says. */
  readonly cols?: number;
  /** Removes white space around the text, default true. */
  readonly strip?: boolean;
  /** What a browser may fill in, such as `street-address`. */
  readonly autocomplete?: string;
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
  const { strip = true, autocomplete, rows, cols } = options;
  return {
    ...oneText,
    options,
    template: "text-area",
    deserialize(_, pstruct) {
      return typeof pstruct === "string" && strip ? stripped(pstruct) : pstruct;
    },
    constants: (field) => ({ ...textLimits(field), autocomplete, rows, cols }),
    view: ({ text }) => ({ value: text }),
  };
}
