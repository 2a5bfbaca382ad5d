import type { Docs, DocsPage } from "./docs.ts";
import type { SearchEntry } from "./search.ts";

/** Groups of pages that explain less: lists of exports, READMEs, and pages for the project's own developers. */
const BACKGROUND = new Set(["Reference", "READMEs", "The project"]);

/** Returns the sections of all pages. The background weighs half, and the beginning of a page one and a half times its sections. */
export function searchEntries({ pages, groups }: Docs): SearchEntry[] {
  const background = new Set(
    groups.filter(({ title }) => BACKGROUND.has(title)).flatMap((group) => group.pages),
  );
  return pages.flatMap((page) => entriesOf(page, background.has(page) ? 0.5 : 1));
}

function entriesOf({ address, title: page, sections }: DocsPage, weight: number): SearchEntry[] {
  return sections.map(({ level, id, title, text, code }) => ({
    address: level === 1 ? address : `${address}#${id}`,
    title,
    page,
    text,
    code: code.replaceAll(/\s+/g, " "),
    weight: level === 1 ? weight * 1.5 : weight,
  }));
}
