import GithubSlugger from "github-slugger";
import MarkdownIt, { type Token } from "markdown-it";
import { highlight } from "../http/index.ts";

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

/**
 * Parses GitHub-flavoured Markdown.
 *
 * @param text Must begin with a heading
 * @param resolve Returns the target of a link or an image; undefined turns it into plain text
 * @throws {Error} if there is text before the first heading
 */
export function readMarkdown(text: string, resolve: (href: string) => string | undefined): Markdown {
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

/** Returns the text of an inline token without its markup. */
function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (type.endsWith("break") ? " " : content))
    .join("");
}
