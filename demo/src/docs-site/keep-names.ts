/** A tag, or text without blanks. */
const TAG_OR_TEXT = /<[^<>]*>|[^\s<]+/g;

/** Text without blanks and the tags in it, so that it takes one line if it can. */
const RUN = /(?:<[^<>]*>|[^\s<])+/g;

/** Browsers break lines after these characters. */
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
  return html.replaceAll(RUN, (run) => {
    const isLong = lengthOf(run) > NARROW;
    return run.replaceAll(TAG_OR_TEXT, (part) => {
      if (part.startsWith("<")) return part;
      return keepName(isLong ? part.replaceAll(BETTER_BREAK, "<wbr>") : part);
    });
  });
}

function keepName(html: string): string {
  const length = lengthOf(html);
  if (!BREAKS.test(html) || length > WIDE) return html;
  return `<span class="docs-name${length > NARROW ? " docs-long" : ""}">${html}</span>`;
}

/** Counts the visible characters of HTML. */
function lengthOf(html: string): number {
  return html.replaceAll(/<[^<>]*>/g, "").replaceAll(/&\w+;/g, " ").length;
}
