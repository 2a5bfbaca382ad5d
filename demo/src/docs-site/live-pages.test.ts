import { describe, expect, it } from "vitest";
import type { DocsPage } from "./docs.ts";
import { docsLinks, sectionParts } from "./live-pages.ts";
import { readMarkdown } from "./markdown.ts";

const text = "# Guide\n\nA form.\n\n## Lists\n\n`<h2 id=>`\n\n## Files\n\nUploads.\n";
const page: DocsPage = {
  file: "docs/guide.md",
  address: "/docs/guide",
  title: "Guide",
  ...readMarkdown(text, (href) => href),
};
const table = { title: "Table", address: "/gallery/table", docs: ["/docs/guide#lists"] };

describe("sectionParts", () => {
  it("gives each section its live pages, and keeps the HTML", () => {
    const parts = sectionParts(page, [table]);
    expect(parts.map(({ live }) => live)).toEqual([[], [table], []]);
    expect(parts.map(({ html }) => html).join("")).toBe(page.html());
  });
});

describe("docsLinks", () => {
  it("names the page and the section", () => {
    const docs = { pages: [page], groups: [] };
    expect(docsLinks(docs, ["/docs/guide#guide", "/docs/guide#lists"])).toEqual([
      { address: "/docs/guide#guide", title: "Guide" },
      { address: "/docs/guide#lists", title: "Guide: Lists" },
    ]);
  });

  it("leaves out what does not exist", () => {
    const docs = { pages: [page], groups: [] };
    expect(docsLinks(docs, ["/docs/guide#tables", "/docs/guide", "/docs/lists#lists"])).toEqual([]);
  });
});
