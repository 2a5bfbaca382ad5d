import type { Docs, DocsPage } from "./docs.ts";

/** A page with a live form for sections of the docs. */
export interface LivePage {
  readonly title: string;
  readonly address: string;
  /** Addresses of the sections: `/docs/packages/form#widgets`. */
  readonly docs: readonly string[];
}

/** The HTML of a section, and the live pages that name it. */
interface SectionPart {
  readonly html: string;
  readonly live: readonly LivePage[];
}

/** Splits the HTML of a page into its sections, each with its live pages. */
export function sectionParts(page: DocsPage, live: readonly LivePage[]): readonly SectionPart[] {
  // Tags in texts and in code are escaped, so only headings match.
  const parts = page.html().split(/(?=<h[1-6] id=")/);
  return parts.map((html, index) => {
    const address = `${page.address}#${page.sections[index]?.id}`;
    return { html, live: live.filter(({ docs }) => docs.includes(address)) };
  });
}

/**
 * Returns links to sections of the docs, with the titles of their pages. A section that does not exist gets no link.
 *
 * @param addresses Such as `/docs/packages/form#widgets`
 */
export function docsLinks(
  { pages }: Docs,
  addresses: readonly string[],
): readonly { readonly address: string; readonly title: string }[] {
  return addresses.flatMap((address) => {
    const [path, id] = address.split("#");
    const page = pages.find((page) => page.address === path);
    const section = page?.sections.find((section) => section.id === id);
    if (!page || !section) return [];
    const title = section.level === 1 ? page.title : `${page.title}: ${section.title}`;
    return [{ address, title }];
  });
}
