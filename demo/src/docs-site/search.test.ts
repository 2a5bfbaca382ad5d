import { describe, expect, it } from "vitest";
import type { DocsPage } from "./docs.ts";
import { readMarkdown } from "./markdown.ts";
import { searchEntries } from "./search-entries.ts";
import { createSearch, type Found } from "./search.ts";

function pageOf(address: string, text: string): DocsPage {
  const markdown = readMarkdown(text, (href) => href);
  return { file: "", address, title: markdown.sections[0]?.title ?? "", ...markdown };
}

const long = "word ".repeat(100);
const guide = [
  pageOf(
    "/docs/guide",
    `# Guide\n\nMake a form.\n\n## Files\n\nUploads are kept. ${long}sentinel ${long}\n\n## Lists\n\n\`<b>\` & sentinels\n`,
  ),
];
const reference = [
  pageOf(
    "/docs/reference/form",
    "# Reference\n\n### formRoute\n\n```ts\nfunction formRoute(options): void;\n```\n\nUploads.\n",
  ),
];
const search = createSearch(
  searchEntries({
    pages: [...guide, ...reference],
    groups: [
      { title: "The guide", pages: guide },
      { title: "Reference", pages: reference },
    ],
  }),
);

const addresses = async (query: string): Promise<string[]> =>
  (await search(query)).map(({ address }) => address);

const print = ({ excerpt }: Found): string =>
  excerpt.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

describe("createSearch", () => {
  it("finds sections and gives their headings' anchors", async () => {
    expect(await search("lists")).toEqual([
      {
        address: "/docs/guide#lists",
        title: "Lists",
        page: "Guide",
        excerpt: expect.any(Array),
      },
    ]);
    expect(await search("make")).toMatchObject([{ address: "/docs/guide", page: undefined }]);
  });

  it.each([
    ["word beginnings", "uplo"],
    ["words with a typo", "uplods"],
    ["other forms of a word", "uploading"],
    ["upper case", "UPLOADS"],
  ])("finds %s", async (_, query) => {
    expect(await addresses(query)).toContain("/docs/guide#files");
  });

  it("finds names by their parts", async () => {
    expect(await addresses("route")).toEqual(["/docs/reference/form#formroute"]);
    expect(await addresses("form-route")).toEqual(["/docs/reference/form#formroute"]);
  });

  it("finds sections with all words, or with some words if no section has all", async () => {
    expect(await addresses("uploads sentinel")).toEqual(["/docs/guide#files"]);
    expect(await addresses("uploads lists")).toEqual(
      expect.arrayContaining(["/docs/guide#files", "/docs/guide#lists"]),
    );
  });

  it("puts explanations before the reference", async () => {
    expect(await addresses("uploads")).toEqual(["/docs/guide#files", "/docs/reference/form#formroute"]);
  });

  it("shows text around a match, or code if only code matches", async () => {
    const [lists, files] = (await search("sentinel")).map(print).toSorted((a, b) => a.length - b.length);
    expect(lists).toBe("<b> & [sentinels]");
    expect(files).toMatch(/^… (word )+\[sentinel\]( word)+ …$/);
    expect(files?.length).toBeLessThan(350);
    expect((await search("options")).map(print)).toEqual(["function formRoute([options]): void; "]);
  });

  it("shows the beginning of a section if its title matches", async () => {
    expect((await search("files")).map(print)).toEqual([expect.stringMatching(/^Uploads are kept. word/)]);
  });

  it.each(["", " ", "<>&\"'", "🦄", "\0", "__proto__", "constructor", "toString", "zzzzzzzz"])(
    "returns an empty list for %j",
    async (query) => {
      expect(await search(query)).toEqual([]);
    },
  );
});
