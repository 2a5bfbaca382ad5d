import GithubSlugger from "github-slugger";
import MarkdownIt, { type Token } from "markdown-it";
import { highlight } from "../http/index.ts";
import { keepNames } from "./keep-names.ts";

/** A heading with the content up to the next heading. */
interface Section {
  /** 1 is the page's title. */
  readonly level: number;
  /** Anchor, the same as on GitHub, so that links work on both sites. */
  readonly id: string;
  readonly title: string;
  /** Prose as plain text. */
  readonly text: string;
  readonly code: string;
  readonly links: readonly string[];
}

/** A section under construction. */
interface SectionMaker extends Omit<Section, "text" | "code"> {
  readonly prose: string[];
  readonly examples: string[];
  readonly links: string[];
}

/** A picture, as far as a page has to know it. */
export interface Picture {
  /** Size in pixels, so that the text below keeps its place while the picture loads. */
  readonly width: number;
  readonly height: number;
  /** Address of the same picture for dark mode, if there is one. */
  readonly dark: string | undefined;
}

/** A parsed Markdown text. */
export interface Markdown {
  readonly sections: readonly Section[];
  /** Renders the text; the result is not cached. */
  readonly html: () => string;
}

// Tags in a text stay text; markdown-it refuses links with javascript: addresses.
const markdown = new MarkdownIt({ html: false, highlight });
markdown.renderer.rules["table_open"] = () =>
  '<div class="docs-table" role="group" aria-label="Table" tabindex="0"><table>\n';
markdown.renderer.rules["table_close"] = () => "</table></div>\n";
for (const name of ["code_inline", "code_block", "fence"]) {
  const render = markdown.renderer.rules[name];
  markdown.renderer.rules[name] = (...token) => keepNames(render?.(...token) ?? "");
}
const { image } = markdown.renderer.rules;
markdown.renderer.rules["image"] = (tokens, index, ...rest) => {
  const html = image?.(tokens, index, ...rest) ?? "";
  const dark: unknown = tokens[index]?.meta?.dark;
  if (typeof dark !== "string") return html;
  return `<picture><source srcset="${dark}" media="(prefers-color-scheme: dark)">${html}</picture>`;
};

/**
 * Parses GitHub-flavoured Markdown.
 *
 * @param text Must begin with a heading
 * @param resolve Returns the target of a link or an image; undefined turns it into plain text
 * @param pictureAt Returns the picture at a resolved address. Undefined for pictures of other sites
 * @throws {Error} if there is text before the first heading
 */
export function readMarkdown(
  text: string,
  resolve: (href: string) => string | undefined,
  pictureAt: (source: string) => Picture | undefined = () => undefined,
): Markdown {
  const tokens = markdown.parse(text, {});
  const slugger = new GithubSlugger();
  const sections: SectionMaker[] = [];
  tokens.forEach((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    // The content security policy forbids style attributes.
    if (token.attrGet("style") === "text-align:right") token.attrs = [["class", "docs-number"]];
    if (isComment(token)) {
      token.children = [];
      token.content = "";
    }
    // Screen readers would announce an empty heading for a column without a name.
    if (token.type === "th_open" && after?.content === "") token.tag = "td";
    if (token.type === "th_close" && before?.content === "") token.tag = "td";
    if (token.type === "heading_open") {
      const title = plainText(after);
      const id = slugger.slug(title);
      token.attrSet("id", id);
      sections.push({ level: Number(token.tag.slice(1)), id, title, prose: [], examples: [], links: [] });
    } else if (token.content !== "") {
      const section = sections.at(-1);
      if (!section)
        throw new Error(`The text must begin with a heading, not "${token.content.slice(0, 40)}"`);
      if (!token.children) section.examples.push(token.content);
      else if (before?.type !== "heading_open") section.prose.push(plainText(token));
      section.links.push(...resolveLinks(token.children ?? [], resolve));
      describePictures(token.children ?? [], pictureAt);
    }
  });
  return {
    sections: sections.map(({ prose, examples, ...section }) => ({
      ...section,
      text: prose.join(" "),
      code: examples.join(" "),
    })),
    html: () => markdown.renderer.render(tokens, markdown.options, {}),
  };
}

/** Returns true for a paragraph that is an HTML comment. Scripts mark the parts that they write with comments. */
function isComment({ type, content }: Token): boolean {
  return type === "inline" && content.startsWith("<!--") && content.endsWith("-->");
}

/**
 * Replaces the addresses of links and images by their targets.
 *
 * @returns the targets of the links
 */
function resolveLinks(tokens: readonly Token[], resolve: (href: string) => string | undefined): string[] {
  const links: string[] = [];
  // Links don't nest, so one flag is enough.
  let isPlain = false;
  for (const token of tokens) {
    if (token.type === "link_open") {
      const target = resolve(String(token.attrGet("href")));
      isPlain = target === undefined;
      if (target !== undefined) {
        token.attrSet("href", target);
        links.push(target);
      }
    }
    if (token.type === "link_open" || token.type === "link_close") token.hidden = isPlain;
    if (token.type === "image") {
      const source = resolve(String(token.attrGet("src")));
      if (source === undefined) token.type = "text";
      else token.attrSet("src", source);
    }
  }
  return links;
}

/** Gives pictures their sizes, and loads them late. */
function describePictures(
  tokens: readonly Token[],
  pictureAt: (source: string) => Picture | undefined,
): void {
  for (const token of tokens) {
    if (token.type !== "image") continue;
    token.attrSet("loading", "lazy");
    const picture = pictureAt(String(token.attrGet("src")));
    if (!picture) continue;
    token.attrSet("width", String(picture.width));
    token.attrSet("height", String(picture.height));
    token.meta = { dark: picture.dark };
  }
}

/** Returns the text of an inline token without its markup. */
function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (type.endsWith("break") ? " " : content))
    .join("");
}
