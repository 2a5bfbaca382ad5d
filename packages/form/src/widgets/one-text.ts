import { strip as stripped } from "@turnform/schema";
import type { Widget, WidgetField, WidgetOptions } from "../field/widget.ts";
import { checkSingle } from "./check-kind.ts";
import { textLimits } from "./text-view.ts";

/** Shared part of widgets for one text, posted under the field's name and read unchanged. */
export const oneText: Required<Pick<Widget, "deserialize" | "check">> = {
  deserialize: (_, pstruct) => pstruct,
  check(field) {
    checkSingle(field);
    if (field.node.kind === "file")
      throw new TypeError(
        `Field "${field.node.name}" is a file, but its widget posts a text. Use fileInput()`,
      );
  },
};

/** Options of widgets for typed text. */
export interface TypedTextOptions {
  /** Removes white space around the text, default true. */
  readonly strip?: boolean;
  /** HTML's `autocomplete`: the data a browser may fill in, such as `email` or `street-address`. */
  readonly autocomplete?: string;
}

/** Shared part of widgets for typed text. */
interface TypedText extends Pick<Widget, "options" | "deserialize" | "check"> {
  constants(field: WidgetField): object;
}

/** Returns the shared part of widgets for typed text: how it is read, and its limits for the browser. */
export function typedText(options: TypedTextOptions & WidgetOptions): TypedText {
  const { strip = true, autocomplete } = options;
  return {
    ...oneText,
    options,
    deserialize: (_, pstruct) => (typeof pstruct === "string" && strip ? stripped(pstruct) : pstruct),
    constants: (field) => ({ ...textLimits(field), autocomplete }),
  };
}
