import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Markdown, readMarkdown } from "./markdown.ts";
import { pictureAt } from "./picture-at.ts";

export interface DocsPage extends Markdown {
  /** Path in the repository: `docs/guide.md`. */
  readonly file: string;
  /** Path on the site: `/docs/guide`. */
  readonly address: string;
  readonly title: string;
}

/** Pages under one heading of the menu. */
interface DocsGroup {
  readonly title: string;
  readonly pages: readonly DocsPage[];
}

export interface Docs {
  /** All pages in reading order, the index first. */
  readonly pages: readonly DocsPage[];
  /** All pages except the index. */
  readonly groups: readonly DocsGroup[];
}

const INDEX = "docs/README.md";

/** Folders of pages. The build writes `reference/`. */
const FOLDERS = ["docs/", "reference/"];

/** Files outside the folders, each served if it exists. */
const OTHER_FILES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "packages/schema/README.md",
  "packages/form/README.md",
  "packages/express-adapter/README.md",
  "packages/create-turnform/README.md",
  "demo/README.md",
  "firmware/README.md",
];

/**
 * Reads the documentation of a repository. Its index, `docs/README.md`, sets the groups by its headings and the order of pages
 * by its links. Pages without a link in the index come last.
 *
 * @param root The repository's folder
 * @throws {Error} if a file does not begin with a heading, or two files have the same address
 */
export function readDocs(root: URL): Docs {
  const files = [
    INDEX,
    ...FOLDERS.flatMap((folder) => markdownFiles(root, folder)),
    ...OTHER_FILES.filter((file) => existsSync(new URL(file, root))),
  ];
  const addresses = new Map(files.map((file) => [file, addressOf(file)]));
  const pages = [...addresses].map(([file, address]) => {
    const url = new URL(file, root);
    const text = existsSync(url) ? readFileSync(url, "utf8") : "# Documentation";
    const markdown = readMarkdown(
      text,
      (href) => resolve(href, file, addresses),
      (source) => pictureAt(source, root),
    );
    return pageOf(file, address, markdown);
  });
  requireUniqueAddresses(pages);
  const groups = groupsOf(pages);
  return { groups, pages: [...pages.slice(0, 1), ...groups.flatMap((group) => group.pages)] };
}

function markdownFiles(root: URL, folder: string): string[] {
  const url = new URL(folder, root);
  if (!existsSync(url)) return [];
  return readdirSync(url, { recursive: true, encoding: "utf8" })
    .map((path) => folder + path.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".md"))
    .toSorted();
}

function addressOf(file: string): string {
  const path = file.replace(/\/README\.md$|\.md$/, "").toLowerCase();
  return path.startsWith("docs") ? `/${path}` : `/docs/${path}`;
}

function pageOf(file: string, address: string, markdown: Markdown): DocsPage {
  const [first] = markdown.sections;
  if (!first) throw new Error(`${file} has no heading. Begin it with its title`);
  return { file, address, title: first.title, ...markdown };
}

/** Returns the address that a link leads to, or undefined for a file that is not served. */
function resolve(href: string, file: string, addresses: ReadonlyMap<string, string>): string | undefined {
  const from = new URL(file, "file:///");
  const { protocol, pathname, hash } = new URL(href, from);
  if (protocol !== "file:" || href.startsWith("#")) return href;
  const target = decodeURIComponent(pathname).slice(1).replace(/\/$/, "");
  const address = addresses.get(target) ?? addresses.get(`${target}/README.md`);
  if (address !== undefined) return address + hash;
  return target.startsWith("docs/") ? `/${target}` : undefined;
}

function requireUniqueAddresses(pages: readonly DocsPage[]): void {
  const files = new Map([["/docs/search", "the search"]]);
  for (const { file, address } of pages) {
    const other = files.get(address);
    if (other !== undefined) throw new Error(`${file} and ${other} have the same address, ${address}`);
    files.set(address, file);
  }
}

function groupsOf([index, ...pages]: readonly DocsPage[]): DocsGroup[] {
  const left = new Map(pages.map((page) => [page.address, page]));
  const take = (address: string): readonly DocsPage[] => {
    const page = left.get(address);
    left.delete(address);
    return page ? [page] : [];
  };
  const linked = (index?.sections ?? []).map(({ title, links }) => ({
    title,
    pages: links.flatMap((link) => take(link.replace(/#.*/, ""))),
  }));
  const rest = [...left.values()];
  const placed = (place: string): readonly DocsPage[] => rest.filter((page) => placeOf(page) === place);
  return [
    ...linked,
    ...["More", "Reference", "READMEs"].map((title) => ({ title, pages: placed(title) })),
  ].filter((group) => group.pages.length > 0);
}

function placeOf({ file }: DocsPage): string {
  if (file.startsWith("reference/")) return "Reference";
  return file.startsWith("docs/") ? "More" : "READMEs";
}
