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

/**
 * A pattern as HTML can say it: without flags, for the whole text, in the newer notation that browsers read.
 *
 * @returns undefined where the pattern says something else there
 */
function htmlPattern({ source, flags }: RegExp): string | undefined {
  const [, whole] = /^\^(.*[^\\])\$$/s.exec(source) ?? [];
  if (whole === undefined || flags !== "" || whole.includes("|")) return undefined;
  return isPattern(whole) ? whole : undefined;
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, "v").flags === "v";
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
