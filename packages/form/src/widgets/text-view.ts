import type { Place } from "../place.ts";
import type { InputView } from "../view.ts";

/** Types whose texts run from left to right in every language. */
const LATIN: ReadonlySet<string> = new Set(["email", "tel", "url"]);

/**
 * Describes an `<input>` for a text, with what HTML can say of the schema's limits.
 *
 * @param place The field on its page
 * @param type The `<input>`'s type
 */
export function textView(place: Place, type = "text"): InputView {
  const { context, node } = place.field;
  const { constraints } = node;
  return {
    ...place.fieldView(),
    template: "text-input",
    type,
    direction: LATIN.has(type) && context.language.direction === "rtl" ? "ltr" : undefined,
    value: place.text,
    minLength: constraints.minLength,
    maxLength: constraints.maxLength,
    pattern: constraints.pattern && htmlPattern(constraints.pattern),
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
