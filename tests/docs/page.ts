import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { fileURLToPath } from "node:url";
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block of code. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Path of the file that the block shows. A comment in its first line names it. */
  readonly file: string | undefined;
}

/** The parts of a Markdown page that tests read. */
export interface Page {
  /** Path from the project's folder. */
  readonly path: string;
  readonly source: string;
  /** First tokens of the page, such as `heading_open h1`. */
  readonly beginning: readonly string[];
  /** Anchors of the headings, as on GitHub. */
  readonly anchors: ReadonlySet<string>;
  /** Targets of links and images, as written. */
  readonly links: readonly { readonly href: string; readonly line: number }[];
  readonly blocks: readonly Block[];
}

const markdown = new MarkdownIt({ html: true });
const FILE = /^(?:\/\/|\/\*|<!--|\{\{!|#)\s*([\w./+[\]-]+\.\w+|Dockerfile)\s*(?:\*\/|-->|\}\})?$/;

/** Reads a page by its path from the project's folder. */
export function readPage(path: string): Page {
  const source = readFileSync(`${root}${path}`, "utf8");
  const tokens = markdown.parse(source, {});
  const slugger = new GithubSlugger();
  const blocks: Block[] = [];
  const anchors = new Set<string>();
  const links: Page["links"][number][] = [];
  let line = 1;
  for (const [index, { type, info, content, map, children }] of tokens.entries()) {
    // Cells of a table have no line numbers.
    if (map) line = map[0] + 1;
    if (type === "fence") {
      const [, file] = FILE.exec(content.split("\n", 1)[0] ?? "") ?? [];
      blocks.push({ language: info, code: content, line: line + 1, file });
    }
    if (type === "inline" && tokens[index - 1]?.type === "heading_open") {
      anchors.add(slugger.slug((children ?? []).map((child) => child.content).join("")));
    }
    for (const child of children ?? []) {
      const href = child.attrGet(child.type === "image" ? "src" : "href");
      if (href !== null) links.push({ href: decodeURI(String(href)), line });
    }
  }
  const beginning = tokens.slice(0, 4).map(({ type, tag }) => `${type} ${tag}`.trim());
  return { path, source, beginning, anchors, links, blocks };
}

/** Returns the target of a page's link: a path from the project's folder and an anchor. Undefined for another site. */
export function targetOf(page: Page, href: string): { path: string; anchor: string } | undefined {
  if (/^[a-z]+:/.test(href)) return undefined;
  const [path = "", anchor = ""] = href.split("#", 2);
  return { path: path === "" ? page.path : posix.join(dirname(page.path), path), anchor };
}

/** Returns the paths of the documentation's pages. */
export function docPaths(): string[] {
  return pagesIn("docs", { recursive: true });
}

/** Returns the paths of all pages of the project. */
export function pagePaths(): string[] {
  const packages = readdirSync(`${root}packages`).map((name) => `packages/${name}`);
  const folders = [".", "bench", "demo", "firmware", "tests", "vectors", ...packages];
  return [...folders.flatMap((folder) => pagesIn(folder)), ...docPaths()];
}

function pagesIn(folder: string, options: { readonly recursive?: boolean } = {}): string[] {
  const files = readdirSync(`${root}${folder}`, { ...options, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".md"))
    .map((file) => posix.join(folder, file))
    .toSorted();
}
