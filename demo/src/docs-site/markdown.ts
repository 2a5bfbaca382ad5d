import GithubSlugger from "github-slugger";
import MarkdownIt, { type Token } from "markdown-it";
import { highlight } from "./highlight.ts";

/** A heading, and what stands below it up to the next one. */
interface Section {
  /** 1 is the page's title. */
  readonly level: number;
  /** As GitHub makes it, so that links to it work here and there. */
  readonly id: string;
  readonly title: string;
  /** Its prose, as plain text. */
  readonly text: string;
  /** Its examples. */
  readonly code: string;
  /** Where its links lead. */
  readonly links: readonly string[];
}

/** A section while it is read. */
interface SectionMaker extends Omit<Section, "text" | "code"> {
  readonly prose: string[];
  readonly examples: string[];
  readonly links: string[];
}

/** A text of Markdown that has been read. */
export interface Markdown {
  readonly sections: readonly Section[];
  /** Draws it, each time anew. */
  readonly html: () => string;
}

// Tags in a text stay text, and addresses that run scripts are no links.
const markdown = new MarkdownIt({ html: false, highlight });
markdown.renderer.rules["table_open"] = () =>
  '<div class="docs-table" role="group" aria-label="Table" tabindex="0"><table>\n';
markdown.renderer.rules["table_close"] = () => "</table></div>\n";

/**
 * Reads a text of Markdown, of GitHub's kind.
 *
 * @param text Begins with a heading
 * @param resolve Says where a link or an image leads, from how it is written; undefined makes a link plain text
 * @throws Error where something stands before the first heading
 */
export function readMarkdown(text: string, resolve: (href: string) => string | undefined): Markdown {
  const tokens = markdown.parse(text, {});
  const slugger = new GithubSlugger();
  const sections: SectionMaker[] = [];
  tokens.forEach((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    // A page's policy forbids styles in attributes.
    if (token.attrGet("style") === "text-align:right") token.attrs = [["class", "docs-number"]];
    if (isComment(token)) {
      token.children = [];
      token.content = "";
    }
    // A heading above a column without a name would be read out as an empty one.
    if (token.type === "th_open" && after?.content === "") token.tag = "td";
    if (token.type === "th_close" && before?.content === "") token.tag = "td";
    if (token.type === "heading_open") {
      const title = plainText(after);
      const id = slugger.slug(title);
      token.attrSet("id", id);
      sections.push({ level: Number(token.tag.slice(1)), id, title, prose: [], examples: [], links: [] });
    } else if (token.content !== "") {
      const section = sections.at(-1);
      if (!section) throw new Error(`There is no heading before "${token.content.slice(0, 40)}"`);
      if (!token.children) section.examples.push(token.content);
      else if (before?.type !== "heading_open") section.prose.push(plainText(token));
      section.links.push(...lead(token.children ?? [], resolve));
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

/** Whether a paragraph is a comment of HTML, which marks what a script writes. */
function isComment({ type, content }: Token): boolean {
  return type === "inline" && content.startsWith("<!--") && content.endsWith("-->");
}

/**
 * Leads links and images to where they resolve to.
 *
 * @returns where its links lead
 */
function lead(tokens: readonly Token[], resolve: (href: string) => string | undefined): string[] {
  const links: string[] = [];
  // Links don't stand in links.
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

/** What an inline token says. */
function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (type.endsWith("break") ? " " : content))
    .join("");
}
