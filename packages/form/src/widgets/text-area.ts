import { strip as stripped } from "@turnform/schema";
import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import { textLimits, typed } from "./text-view.ts";
import { imprinted } from "./imprinted.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

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
export interface TextAreaView extends InputView {
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
    constants: (field) => ({ ...textLimits(field), ...typed(field, "text"), autocomplete, rows, cols }),
    view: imprinted(
      (place) => place.layeredView<TextAreaView>({ value: place.text }),
      ({ text }, { texts }) => {
        texts.push(text);
        return true;
      },
    ),
  };
}
