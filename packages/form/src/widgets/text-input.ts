import type { SchemaNode } from "@turnform/schema";
import { isClock, isDay } from "../html-moment.ts";
import { clockInWords, dayInWords } from "../in-words.ts";
import type { Place } from "../place.ts";
import type { InputView } from "../view.ts";
import { oneText, strippedText } from "./leaf.ts";
import { textView } from "./text-view.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link textInput}. */
export interface TextInputOptions extends WidgetOptions<InputView> {
  /** Removes white space around the text, default true. */
  readonly strip?: boolean;
  /** What a browser may fill in, such as `email` or `street-address`. */
  readonly autocomplete?: string;
  /** The keyboard and the checks of browsers, default what the schema's format asks for, or else `text`. */
  readonly type?: TextInputType;
}

/** The `<input>` types for a line of text. */
export type TextInputType = "text" | "date" | "email" | "search" | "tel" | "time" | "url";

/** The `<input>` type that fits a format of zod's. */
const TYPES: Readonly<Record<string, TextInputType>> = {
  date: "date",
  email: "email",
  e164: "tel",
  time: "time",
  url: "url",
};

/** Types whose controls would drop what is none of them, and how their values are read in words. */
const MOMENTS: Readonly<Record<string, { fits(text: string): boolean; words: typeof dayInWords }>> = {
  date: { fits: isDay, words: dayInWords },
  time: { fits: isClock, words: clockInWords },
};

/** A line of text. */
export function textInput(options: TextInputOptions = {}): Widget {
  const { strip = true, autocomplete } = options;
  const typeIn = ({ field }: Place): TextInputType => options.type ?? typeOf(field.node);
  return {
    ...oneText,
    ...(strip && strippedText),
    options,
    template: "text-input",
    text: (place) =>
      MOMENTS[typeIn(place)]?.words(place.text, place.field.context.language.tag) ?? place.text,
    view(place): InputView {
      const type = typeIn(place);
      const fits = place.text === "" || (MOMENTS[type]?.fits(place.text) ?? true);
      return { ...textView(place, fits ? type : "text"), autocomplete };
    },
  };
}

/** The `<input>` type that fits a schema. */
export function typeOf({ constraints }: SchemaNode): TextInputType {
  return TYPES[constraints.format ?? ""] ?? "text";
}
