import { describe, expect, it } from "vitest";
import { addressesIn, fileOf, withRelativeLinks } from "./exported-links.ts";

describe("fileOf", () => {
  it.each([
    ["/docs", "index.html"],
    ["/docs/guide/01-install", "guide/01-install.html"],
    ["/docs/concepts/widgets/text-area.webp", "concepts/widgets/text-area.webp"],
    ["/docs.css", "docs.css"],
    ["/assets/turnform-A1.js", "assets/turnform-A1.js"],
  ])("keeps %s in %s", (address, file) => {
    expect(fileOf(address)).toBe(file);
  });
});

const page = `<a href="/docs/lists#top">Lists</a> <a href="/">Home</a> <a href="#b">B</a> <a href="https://example.org/">E</a>
<img src="/a.svg"> <form action="/docs/search?q=a"> <code>href=&quot;/docs/x&quot;</code>`;

describe("addressesIn", () => {
  it("returns addresses on the site, without anchors, queries and code", () => {
    expect(addressesIn(page)).toEqual(["/docs/lists", "/", "/a.svg", "/docs/search"]);
  });
});

describe("withRelativeLinks", () => {
  it("leads up from the page's folder, and turns links to other parts of the site into text", () => {
    expect(withRelativeLinks(page, "guide/start.html", (address) => address !== "/")).toBe(
      `<a href="../lists.html#top">Lists</a> <a>Home</a> <a href="#b">B</a> <a href="https://example.org/">E</a>
<img src="../a.svg"> <form action="../search.html?q=a"> <code>href=&quot;/docs/x&quot;</code>`,
    );
  });

  it("leads down from the first page", () => {
    expect(withRelativeLinks(`<a href="/docs/guide/lists">`, "index.html", () => true)).toBe(
      `<a href="guide/lists.html">`,
    );
  });
});
