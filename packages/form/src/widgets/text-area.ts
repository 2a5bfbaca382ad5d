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

/**
 * Several lines of text, ended by `\n`.
 *
 * A browser counts the end of a line as one character and sends it as two; read as one, it counts the same on both sides.
 */
export function textArea(options: TextAreaOptions = {}): Widget {
  const { strip = true, autocomplete, rows, cols } = options;
  return {
    ...oneText,
    options,
    template: "text-area",
    deserialize(_, pstruct) {
      if (typeof pstruct !== "string") return pstruct;
      const text = oneLineEnd(pstruct);
      return strip ? stripped(text) : text;
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

/** A text whose lines all end by `\n`. */
export function oneLineEnd(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}
