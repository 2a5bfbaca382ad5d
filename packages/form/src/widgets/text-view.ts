import type { InputConstants, InputPage } from "../field/view.ts";
import type { WidgetField } from "../field/widget.ts";

/** Types whose texts run from left to right in every language. */
const LATIN: ReadonlySet<string> = new Set(["email", "tel", "url"]);

/** What HTML can say of the schema's limits of a text. */
export function textLimits({
  node,
}: WidgetField): Pick<InputConstants, "minLength" | "maxLength" | "pattern"> {
  const { minLength = 0, maxLength, pattern } = node.constraints;
  // Browsers never find an empty text too short: one character at least says nothing to them.
  return {
    minLength: minLength > 1 ? minLength : undefined,
    maxLength,
    pattern: pattern && htmlPattern(pattern),
  };
}

/** The type of an `<input>`, with the direction that its texts have. */
export function typed({ language }: WidgetField, type: string): Pick<InputPage, "type" | "direction"> {
  const direction = LATIN.has(type) && language.direction === "rtl" ? "ltr" : undefined;
  return { type, direction };
}

/**
 * A pattern as HTML can say it: without flags, for the whole text, in the newer notation that browsers read.
 *
 * @returns undefined where the pattern says something else there
 */
function htmlPattern({ source, flags }: RegExp): string | undefined {
  const [, whole] = /^\^(.*[^\\])\$$/s.exec(source) ?? [];
  if (whole === undefined || flags !== "" || whole.includes("|") || countsHalves(whole)) return undefined;
  return isPattern(whole) ? whole : undefined;
}

/** An escape, a class, or any other sign of a pattern. */
const SIGN = /\\.|\[(?:\\.|[^\]\\])*\]?|[^]/gs;

/**
 * Returns true if a pattern may count the halves of letters such as 😀. Without flags such a letter is two, in a browser it is
 * one. A sign that may be repeated without end counts none.
 */
function countsHalves(source: string): boolean {
  const signs = source.match(SIGN) ?? [];
  return signs.some((sign, at) => {
    // These mean something else with the flags that browsers set
    if (/\\[pPu]/.test(sign)) return true;
    const isWide = sign === "." || /^\\[DSW]|^\[\^|^\[.*\\[DSW]/s.test(sign);
    return isWide && !["*", "+"].includes(signs[at + 1] ?? "");
  });
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, "v").flags === "v";
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
