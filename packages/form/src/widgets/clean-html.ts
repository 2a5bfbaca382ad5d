import { Parser } from "htmlparser2";

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

/** Newer names of older elements. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["b", "strong"],
  ["i", "em"],
]);

/** Elements without an end. */
const VOID: ReadonlySet<string> = new Set(["br", "hr"]);

/** Elements that are left out with their content, which is no text of the page. */
const UNREAD: ReadonlySet<string> = new Set([
  "script",
  "style",
  "textarea",
  "option",
  "title",
  "noscript",
  "noembed",
  "noframes",
  "iframe",
  "xmp",
  "plaintext",
  "template",
]);

const LISTS: ReadonlySet<string> = new Set(["ul", "ol"]);

/** Protocols that links may have, as browsers read addresses. */
const PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

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
  const lists = tags.includes("ul") || tags.includes("ol");
  const allowed = new Set<string>(["p", "br", ...tags, ...(lists ? ["li"] : [])]);
  let text = html;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const cleaned = cleanOnce(text, allowed);
    if (cleaned === undefined) break;
    if (cleaned === text) return text;
    text = cleaned;
  }
  return sourceOfHtml(html);
}

/** Markup as a text that shows it: safe wherever HTML is. */
export function sourceOfHtml(html: string): string {
  return escapeText(html).trim();
}

/**
 * Writes the allowed elements, each tag by its name alone and each text escaped. Nothing of the source is copied.
 *
 * @returns undefined where elements are too deep; elements that were left open may be closed in another place each time
 */
function cleanOnce(html: string, allowed: ReadonlySet<string>): string | undefined {
  let cleaned = "";
  let depth = 0;
  /** Number of such elements around. */
  let unread = 0;
  /** How many lists around are written. */
  let lists = 0;
  const written = (name: string): string | undefined => {
    const tag = RENAMED.get(name) ?? name;
    // A browser closes the page's own item around one that stands in no list
    const isHere = tag !== "li" || lists > 0;
    return unread === 0 && isHere && allowed.has(tag) ? tag : undefined;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      // The parser takes quadratic time where elements nest without an end
      if (++depth > MAX_DEPTH) parser.pause();
      const tag = written(name);
      if (UNREAD.has(name)) unread++;
      else if (tag !== undefined) cleaned += `<${tag}${attributeOf(tag, attributes)}>`;
      if (tag !== undefined && LISTS.has(tag)) lists++;
    },
    onclosetag(name) {
      depth--;
      if (UNREAD.has(name)) unread--;
      const tag = written(name);
      if (tag !== undefined && !VOID.has(tag)) cleaned += `</${tag}>`;
      if (tag !== undefined && LISTS.has(tag)) lists--;
    },
    ontext(text) {
      if (unread === 0) cleaned += escapeText(text);
    },
  });
  parser.end(html);
  // A browser would post the carriage return of an entity as a line end
  return depth > MAX_DEPTH ? undefined : cleaned.replaceAll(/\r\n?/g, "\n").trim();
}

/** The one attribute that an element may keep, with a space before it. */
function attributeOf(tag: string, { href, start = "" }: Readonly<Record<string, string>>): string {
  if (tag === "a" && href !== undefined && isSafe(href))
    return ` href="${escapeText(href).replaceAll('"', "&quot;")}"`;
  return tag === "ol" && /^-?\d{1,9}$/.test(start) ? ` start="${start}"` : "";
}

/** Returns true if a browser takes an address for one of a page, a mail or a telephone. */
function isSafe(href: string): boolean {
  return (
    URL.canParse(href, "https://relative.invalid/") &&
    PROTOCOLS.has(new URL(href, "https://relative.invalid/").protocol)
  );
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
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
