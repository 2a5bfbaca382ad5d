import sanitizeHtml from "sanitize-html";

/** An element that rich text may be made of; paragraphs and line breaks always are, list items where there are lists. */
export type RichTextTag = (typeof richTextTags)[number];

/** Every element that the editor knows how to write. */
export const richTextTags = [
  "strong",
  "em",
  "u",
  "s",
  "code",
  "a",
  "h2",
  "h3",
  "ul",
  "ol",
  "blockquote",
  "pre",
  "hr",
] as const;

/** How often a text is cleaned until nothing changes any more; one that goes on changing nobody has written. */
const MOST_PASSES = 5;

/** How deep elements may stand inside each other; what is deeper nobody has written. */
const MAX_DEPTH = 100;

/**
 * Leaves of a text's markup what is allowed: elements without attributes, but the addresses of links.
 *
 * What stands in other elements stays, save scripts, styles and the like. The outcome is well-formed, so that nothing of it
 * reaches what it is put into, and cleaning it again changes nothing.
 *
 * @param html Anything that a stranger sends
 * @param tags The elements that may stay
 * @returns HTML; markup nested more than 100 deep, or that each cleaning changes, is shown as its source
 */
export function cleanHtml(html: string, tags: readonly RichTextTag[]): string {
  let text = html;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const cleaned = cleanOnce(text, tags);
    if (cleaned === undefined) break;
    if (cleaned === text) return text;
    text = cleaned;
  }
  return sourceOfHtml(html);
}

/** Markup as a text that shows it: safe wherever HTML is. */
export function sourceOfHtml(html: string): string {
  return html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").trim();
}

/** @returns undefined where elements are too deep; elements that were left open may be closed in another place each time */
function cleanOnce(html: string, tags: readonly RichTextTag[]): string | undefined {
  const lists = tags.includes("ul") || tags.includes("ol");
  let depth = 0;
  try {
    return (
      sanitizeHtml(html, {
        allowedTags: ["p", "br", ...tags, ...(lists ? ["li"] : [])],
        allowedAttributes: { a: ["href"], ol: ["start"] },
        allowedSchemes: ["http", "https", "mailto", "tel"],
        transformTags: { b: "strong", i: "em" },
        enforceHtmlBoundary: false,
        parseStyleAttributes: false,
        // The parser takes quadratic time where elements nest without an end
        onOpenTag: () => {
          if (++depth > MAX_DEPTH) throw new TooDeepError();
        },
        onCloseTag: () => void depth--,
      })
        // Void elements as HTML writes them; in texts and attributes there is no ">"
        .replaceAll(" />", ">")
        .trim()
    );
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return undefined;
  }
}

class TooDeepError extends Error {
  override readonly name = "TooDeepError";
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
]);

/**
 * The text of rich text, in one line.
 *
 * @param html What {@link cleanHtml} returned
 */
function textOfHtml(html: string): string {
  return html
    .replaceAll(/<\/?(?:p|br|h\d|ul|ol|li|blockquote|pre|hr)\b[^<>]*>/g, " ")
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * Whether rich text shows nothing: what an editor leaves when everything is deleted.
 *
 * @param html What {@link cleanHtml} returned
 */
export function isBlankHtml(html: string): boolean {
  return !html.includes("<hr") && textOfHtml(html) === "";
}
