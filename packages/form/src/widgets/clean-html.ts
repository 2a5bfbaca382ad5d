import { Parser } from "htmlparser2";

/** An element that rich text may contain. Paragraphs and line breaks are always allowed, list items only with lists. */
export type RichTextTag = (typeof richTextTags)[number];

/** The elements that the editor can write. */
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

/** Maximum number of cleaning passes. A text that still changes after them is hostile. */
const MOST_PASSES = 5;

/** Maximum depth of nested elements. A deeper text is hostile. */
const MAX_DEPTH = 100;

const RENAMED: ReadonlyMap<string, string> = new Map([
  ["b", "strong"],
  ["i", "em"],
]);

/** Elements without an end tag. */
const VOID: ReadonlySet<string> = new Set(["br", "hr"]);

/** Elements removed together with their content, which is not text of the page. */
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

/** Allowed protocols of links. */
const PROTOCOLS: ReadonlySet<string> = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Removes all markup from HTML, except allowed elements, the addresses of links and the first numbers of lists.
 *
 * The content of other elements is kept, but scripts, styles and similar elements are removed with their content. The result
 * is well-formed, so it can't affect the surrounding page. Cleaning it again changes nothing.
 *
 * @param html Any text, also from a stranger
 * @param tags The allowed elements
 * @returns HTML. Markup nested more than 100 deep, or still changing after 5 passes, is returned as escaped source.
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

/** Escapes markup, so that a page shows its source. */
export function sourceOfHtml(html: string): string {
  return escapeText(html).trim();
}

/**
 * Writes the allowed elements: only names of tags, their allowed attribute, and escaped text.
 *
 * @returns undefined if elements are nested too deep. Unclosed elements may make the next pass change the result again.
 */
function cleanOnce(html: string, allowed: ReadonlySet<string>): string | undefined {
  let cleaned = "";
  let depth = 0;
  /** Number of open {@link UNREAD} elements. */
  let unread = 0;
  /** Number of open lists in the output. */
  let lists = 0;
  const written = (name: string): string | undefined => {
    const tag = RENAMED.get(name) ?? name;
    // A list item outside a list would make the browser close an item of the surrounding page
    const isHere = tag !== "li" || lists > 0;
    return unread === 0 && isHere && allowed.has(tag) ? tag : undefined;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      // The parser takes quadratic time for unclosed nested elements
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
  // Browsers post a carriage return, written as an entity, as a line break
  return depth > MAX_DEPTH ? undefined : cleaned.replaceAll(/\r\n?/g, "\n").trim();
}

/** Returns the allowed attribute of an element, with a space before it. */
function attributeOf(tag: string, { href, start = "" }: Readonly<Record<string, string>>): string {
  if (tag === "a" && href !== undefined && isSafe(href))
    return ` href="${escapeText(href).replaceAll('"', "&quot;")}"`;
  return tag === "ol" && /^-?\d{1,9}$/.test(start) ? ` start="${start}"` : "";
}

/** Returns true if browsers read an address as a page, an e-mail address or a telephone number. */
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
 * Returns the text of cleaned HTML in one line.
 *
 * @param html A result of {@link cleanHtml}
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
 * Returns true if cleaned HTML shows nothing, such as the empty paragraph that an editor leaves.
 *
 * @param html A result of {@link cleanHtml}
 */
export function isBlankHtml(html: string): boolean {
  return !html.includes("<hr") && textOfHtml(html) === "";
}
