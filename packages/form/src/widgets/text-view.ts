import type { InputConstants, InputPage } from "../field/view.ts";
import type { WidgetField } from "../field/widget.ts";

/** Types of texts written from left to right in every language. */
const LATIN: ReadonlySet<string> = new Set(["email", "tel", "url"]);

/** Returns the schema's limits of a text as HTML attributes. */
export function textLimits({
  node,
}: WidgetField): Pick<InputConstants, "minLength" | "maxLength" | "pattern"> {
  const { minLength = 0, maxLength, pattern } = node.constraints;
  // Browsers never find an empty text too short, so a minimum of 1 has no effect.
  return {
    minLength: minLength > 1 ? minLength : undefined,
    maxLength,
    pattern: pattern && htmlPattern(pattern),
  };
}

/** Returns the type of an `<input>` with the direction of its texts. */
export function typed({ language }: WidgetField, type: string): Pick<InputPage, "type" | "direction"> {
  const direction = LATIN.has(type) && language.direction === "rtl" ? "ltr" : undefined;
  return { type, direction };
}

/**
 * Returns a pattern for HTML's `pattern`, which matches the whole text and has the flag `v`.
 *
 * @returns undefined if the pattern has another meaning there
 */
function htmlPattern({ source, flags }: RegExp): string | undefined {
  const [, body] = /^\^(.*[^\\])\$$/s.exec(source) ?? [];
  if (body === undefined || flags !== "" || body.includes("|") || countsHalves(body)) return undefined;
  return isPattern(body) ? body : undefined;
}

/** An escape, a class, or any other character of a pattern. */
const SIGN = /\\.|\[(?:\\.|[^\]\\])*\]?|[^]/gs;

/**
 * Returns true if a pattern may count the halves of characters such as 😀: two without flags, but one in a browser. A
 * character repeated by `*` or `+` does not count.
 */
function countsHalves(source: string): boolean {
  const signs = source.match(SIGN) ?? [];
  return signs.some((sign, at) => {
    // These escapes have another meaning with the flag `v`
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
