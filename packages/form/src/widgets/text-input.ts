import type { SchemaNode } from "@turnform/schema";
import type { Field } from "../field.ts";
import { isClock, isDay } from "../html-moment.ts";
import { clockInWords, dayInWords } from "../in-words.ts";
import type { InputView } from "../view.ts";
import { oneText, strippedText } from "./leaf.ts";
import { textLimits, typed } from "./text-view.ts";
import { imprinted } from "./imprinted.ts";
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
  const typeIn = ({ node }: Field): TextInputType => options.type ?? typeOf(node);
  const typeFor = (field: Field, text: string): TextInputType => {
    const type = typeIn(field);
    return text === "" || (MOMENTS[type]?.fits(text) ?? true) ? type : "text";
  };
  return {
    ...oneText,
    ...(strip && strippedText),
    options,
    template: "text-input",
    text: ({ field, text }) => MOMENTS[typeIn(field)]?.words(text, field.context.language.tag) ?? text,
    constants(field) {
      const type = typeIn(field);
      return { ...textLimits(field), ...(!MOMENTS[type] && typed(field, type)), autocomplete };
    },
    view: imprinted(
      (place) => {
        const { field, text } = place;
        const isMoment = MOMENTS[typeIn(field)] !== undefined;
        return place.layeredView<InputView>({
          value: text,
          ...(isMoment && typed(field, typeFor(field, text))),
        });
      },
      ({ field, text }, { looks, texts }) => {
        looks.push(typeFor(field, text));
        texts.push(text);
        return true;
      },
    ),
  };
}

/** The `<input>` type that fits a schema. */
export function typeOf({ constraints }: SchemaNode): TextInputType {
  return TYPES[constraints.format ?? ""] ?? "text";
}
