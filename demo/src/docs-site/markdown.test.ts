import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "./markdown.ts";

/** Resolves every link except private ones. */
const resolve = (href: string): string | undefined => (href.includes("private") ? undefined : `/to/${href}`);

const draw = (text: string) => parseHTML(`<body>${readMarkdown(text, resolve).html()}</body>`).document;

describe("readMarkdown", () => {
  it("aligns numbers by a class, and leaves out comments", () => {
    const html = readMarkdown(
      "# A\n\n<!-- sizes -->\n\n| n |\n|--:|\n| 1 |\n\n<!-- /sizes -->\n",
      (href) => href,
    ).html();
    expect(html).toContain('<td class="docs-number">1</td>');
    expect(html).not.toMatch(/style=|sizes/);
  });

  it("splits a text at its headings", () => {
    const { sections } = readMarkdown(
      "# The `a` _page_\n\nOne\ntwo [link](x.md).\n\n- Three\n\n## Code\n\n```ts\nlet a;\n```\n\n## Code\n",
      resolve,
    );
    expect(sections).toEqual([
      {
        level: 1,
        id: "the-a-page",
        title: "The a page",
        text: "One two link. Three",
        code: "",
        links: ["/to/x.md"],
      },
      { level: 2, id: "code", title: "Code", text: "", code: "let a;\n", links: [] },
      { level: 2, id: "code-1", title: "Code", text: "", code: "", links: [] },
    ]);
  });

  it("gives headings the same anchors as GitHub", () => {
    const document = draw("# `formRoute(form, { load })`\n\n## Größe & «mehr», _once_!\n");
    expect([...document.querySelectorAll("[id]")].map(({ id }) => id)).toEqual([
      "formrouteform--load-",
      "größe--mehr-once",
    ]);
  });

  it("resolves links and pictures, and keeps only the words of unresolved ones", () => {
    const document = draw(
      "# A\n\n[one](one.md) [`two`](private.ts) ![three](three.png) ![four](private.png) [five](five.md)\n",
    );
    expect([...document.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
      "/to/one.md",
      "/to/five.md",
    ]);
    expect([...document.querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual([
      "/to/three.png",
    ]);
    expect(document.querySelector("p")?.innerHTML).toContain("<code>two</code>");
    expect(document.querySelector("p")?.textContent).toContain("four");
  });

  it("gives pictures their size, and their picture for dark mode", () => {
    const pictures = new Map([
      ["/to/a.png", { width: 40, height: 30, dark: "/to/a-dark.png" }],
      ["/to/b.png", { width: 4, height: 3, dark: undefined }],
    ]);
    const { html } = readMarkdown("# A\n\n![a](a.png) ![b](b.png)\n", resolve, (source) =>
      pictures.get(source),
    );
    expect(parseHTML(`<body>${html()}</body>`).document.querySelector("p")?.innerHTML).toBe(
      '<picture><source srcset="/to/a-dark.png" media="(prefers-color-scheme: dark)"><img src="/to/a.png" alt="a" loading="lazy" width="40" height="30"></picture> ' +
        '<img src="/to/b.png" alt="b" loading="lazy" width="4" height="3">',
    );
  });

  it("lets no markup and no script through", () => {
    const document = draw(
      '# <b>A</b>\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n```html\n<script>\n```\n\n```"><script>\n<b>\n```\n',
    );
    expect(document.querySelectorAll("script, b, img, a, [onerror]")).toHaveLength(0);
    expect(document.querySelector("h1")?.textContent).toBe("<b>A</b>");
  });

  it("highlights code", () => {
    expect(draw("# A\n\n```ts\nconst a = 1;\n```\n").querySelector("pre .hljs-keyword")?.textContent).toBe(
      "const",
    );
  });

  it("makes tables scrollable by keys, and has no empty headings", () => {
    const document = draw("# A\n\n| a | |\n|---|---|\n| 1 | 2 |\n");
    expect(document.querySelector("[tabindex='0'][role][aria-label] > table")).not.toBeNull();
    expect(document.querySelector("thead")?.innerHTML.replaceAll(/\s/g, "")).toBe(
      "<tr><th>a</th><td></td></tr>",
    );
  });

  it("refuses a text that begins without a heading", () => {
    expect(() => readMarkdown("Hello\n\n# A\n", resolve)).toThrow(
      'The text must begin with a heading, not "Hello"',
    );
  });
});
