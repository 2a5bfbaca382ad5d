import type { SchemaNode } from "@turnform/schema";
import type { InputView } from "../view.ts";
import { oneText, strippedText } from "./leaf.ts";
import { textView } from "./text-view.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link textInput}. */
export interface TextInputOptions extends WidgetOptions {
  /** Removes white space around the text, default true. */
  readonly strip?: boolean;
  /** What a browser may fill in, such as `email` or `street-address`. */
  readonly autocomplete?: string;
  /** The keyboard and the checks of browsers, default what the schema's format asks for, or else `text`. */
  readonly type?: TextInputType;
}

/** The `<input>` types for a line of text. */
export type TextInputType = "text" | "email" | "search" | "tel" | "url";

/** The `<input>` type that fits a format of zod's. */
const TYPES: Readonly<Record<string, TextInputType>> = { email: "email", url: "url", e164: "tel" };

/** A line of text. */
export function textInput(options: TextInputOptions = {}): Widget {
  const { strip = true, autocomplete } = options;
  return {
    ...oneText,
    ...(strip && strippedText),
    options,
    template: "text-input",
    view: (place): InputView => ({
      ...textView(place, options.type ?? typeOf(place.field.node)),
      autocomplete,
    }),
  };
}

/** The `<input>` type that fits a schema. */
export function typeOf({ constraints }: SchemaNode): TextInputType {
  return TYPES[constraints.format ?? ""] ?? "text";
}
