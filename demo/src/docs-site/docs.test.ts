import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type Docs, readDocs } from "./docs.ts";

const folder = mkdtempSync(join(tmpdir(), "turnform-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads the documentation of a repository with these files. */
function read(files: Record<string, string>): Docs {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readDocs(pathToFileURL(`${folder}/`));
}

const pages = {
  "docs/README.md":
    "# Start\n\n[All](guide.md#end)\n\n## Recipes\n\n- [W](recipes/wizard.md)\n- [G](guide.md)\n",
  "docs/guide.md": "# Guide\n",
  "docs/recipes/wizard.md":
    "# Wizard\n\n[up](../guide.md#a) [form](../../packages/form) [code](../../demo/x.ts)\n",
  "docs/recipes/README.md":
    "# Recipes\n\n[in](wizard.md) [here](#recipes) [out](https://example.org/a.md) ![p](../p.png)\n",
  "reference/form.md": "# Reference\n",
  "README.md": "# Root\n\n[docs](docs/) [demo](demo/README.md)\n",
  "packages/form/README.md": "# form\n",
  "packages/form/src/README.md": "# Not served\n",
};

const linksOf = ({ pages }: Docs, address: string): readonly string[] | undefined =>
  pages.find((page) => page.address === address)?.sections.flatMap(({ links }) => links);

describe("readDocs", () => {
  it("finds the files in docs/ and the READMEs", () => {
    expect(read(pages).pages.map(({ address, file, title }) => [address, file, title])).toEqual([
      ["/docs", "docs/README.md", "Start"],
      ["/docs/guide", "docs/guide.md", "Guide"],
      ["/docs/recipes/wizard", "docs/recipes/wizard.md", "Wizard"],
      ["/docs/recipes", "docs/recipes/README.md", "Recipes"],
      ["/docs/reference/form", "reference/form.md", "Reference"],
      ["/docs/readme", "README.md", "Root"],
      ["/docs/packages/form", "packages/form/README.md", "form"],
    ]);
  });

  it("groups each page once: as the index does, then the pages it leaves out", () => {
    expect(read(pages).groups.map(({ title, pages }) => [title, ...pages.map(({ title }) => title)])).toEqual(
      [
        ["Start", "Guide"],
        ["Recipes", "Wizard"],
        ["More", "Recipes"],
        ["Reference", "Reference"],
        ["READMEs", "Root", "form"],
      ],
    );
  });

  it("links to pages, anchors and folders, and drops links to files that are not served", () => {
    const docs = read(pages);
    expect(linksOf(docs, "/docs/recipes/wizard")).toEqual(["/docs/guide#a", "/docs/packages/form"]);
    expect(linksOf(docs, "/docs/recipes")).toEqual([
      "/docs/recipes/wizard",
      "#recipes",
      "https://example.org/a.md",
    ]);
    expect(linksOf(docs, "/docs/readme")).toEqual(["/docs"]);
    expect(docs.pages.map((page) => page.html()).join("")).toContain(
      '<img src="/docs/p.png" alt="p" loading="lazy">',
    );
  });

  it("makes an index if docs/README.md is missing", () => {
    const { pages } = read({ "docs/a.md": "# A\n" });
    expect(pages.map(({ title }) => title)).toEqual(["Documentation", "A"]);
  });

  it("refuses two files with one address, and a file with the address of the search", () => {
    expect(() => read({ "docs/demo.md": "# A\n", "demo/README.md": "# B\n" })).toThrow(
      "demo/README.md and docs/demo.md have the same address, /docs/demo",
    );
    expect(() => read({ "docs/search.md": "# A\n" })).toThrow(
      "docs/search.md and the search have the same address, /docs/search",
    );
  });

  it("refuses an empty file", () => {
    expect(() => read({ "docs/a.md": "" })).toThrow("docs/a.md has no heading");
  });
});

describe("this repository's documentation", () => {
  const root = new URL("../../../", import.meta.url);
  const { pages } = readDocs(root);
  const anchors = new Set(
    pages.flatMap(({ address, sections }) => [address, ...sections.map(({ id }) => `${address}#${id}`)]),
  );

  it.each(pages.map((page) => [page.file, page] as const))(
    "has one title and no broken links in %s",
    (_, { address, sections }) => {
      expect(sections.map(({ level }) => level).filter((level) => level === 1)).toHaveLength(1);
      expect(sections[0]?.level).toBe(1);
      const links = sections.flatMap(({ links }) =>
        links.map((link) => (link[0] === "#" ? address + link : link)),
      );
      const inside = links.filter((link) => link.startsWith("/docs")).map((link) => decodeURI(link));
      const broken = inside.filter((link) => !anchors.has(link) && !existsSync(new URL(link.slice(1), root)));
      expect(broken).toEqual([]);
    },
  );
});
