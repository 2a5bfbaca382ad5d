import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import type { Widget } from "./widget.ts";

/** Options of {@link textInput}. */
export interface TextInputOptions {
  /** Removes white space around the text, default true. */
  readonly strip?: boolean;
  /** What a browser may fill in, such as `email` or `street-address`. */
  readonly autocomplete?: string;
}

/** The `<input>` type that fits a format of zod's. */
const TYPES: Readonly<Record<string, string>> = { email: "email", url: "url" };

/** A line of text. */
export function textInput(options: TextInputOptions = {}): Widget {
  const { strip = true, autocomplete } = options;
  return {
    ...oneText,
    template: "text-input",
    deserialize: (_, pstruct) => (strip && typeof pstruct === "string" ? pstruct.trim() : pstruct),
    view(place): InputView {
      const { constraints, meta } = place.field.node;
      return {
        ...place.fieldView(),
        type: TYPES[constraints.format ?? ""] ?? "text",
        value: place.text,
        placeholder: meta.placeholder,
        minLength: constraints.minLength,
        maxLength: constraints.maxLength,
        pattern: constraints.pattern && htmlPattern(constraints.pattern),
        autocomplete,
      };
    },
  };
}

/** A pattern as HTML can say it: without flags, and for the whole text, since that is what a browser matches. */
function htmlPattern({ source, flags }: RegExp): string | undefined {
  return flags === "" && /^\^[\w\s[\](){}.,:?*+-]*\$$/.test(source) ? source.slice(1, -1) : undefined;
}
