/** A tag, or a run of text without blanks. */
const TAG_OR_WORD = /<[^<>]*>|[^\s<]+/g;

/** Characters at which browsers break a line. */
const BREAKS = /[-?/…]/;

/** A place in an expression where a break is easy to read: after an opening bracket or a comma, or before a method. */
const BETTER_BREAK = /(?<=[([{,])(?![)\]}])|(?<=\))(?=\.)/g;

/** Longest names in characters that fit a block of code on the narrowest screen, and on a wide one. */
const [NARROW, WIDE] = [28, 60];

/**
 * Marks names in the HTML of code, such as `docs:export` and `packages/express-adapter`, that browsers would break inside. The
 * stylesheet keeps each on one line; longer ones only on wide screens, where they fit. Expressions that are longer than a line may
 * break between their names.
 */
export function keepNames(html: string): string {
  return html.replaceAll(TAG_OR_WORD, (part) => (part.startsWith("<") ? part : keepName(part)));
}

function keepName(word: string): string {
  const { length } = word.replaceAll(/&\w+;/g, " ");
  const breakable = word.replaceAll(BETTER_BREAK, "<wbr>");
  if (!BREAKS.test(word) || length > WIDE) return breakable;
  return `<span class="docs-name${length > NARROW ? " docs-long" : ""}">${breakable}</span>`;
}
