import { expect, describe, it } from "vitest";
import { highlight } from "./highlight.ts";

describe("highlight", () => {
  it.each(["ts", "js", "json", "sh", "html", "css", "handlebars", "python"])("knows %s", (language) => {
    expect(highlight('"a" /* <b> {{c}} # d */', language)).toMatch(/<span class="hljs-/);
  });

  it("escapes the code and needs no inline style", () => {
    const html = highlight("const a = '<script>' && b; // </code>", "ts");
    expect(html.replaceAll(/<\/?span(?: class="[\w -]+")?>/g, "")).toBe(
      "const a = &#x27;&lt;script&gt;&#x27; &amp;&amp; b; // &lt;/code&gt;",
    );
  });

  it("returns nothing for an unknown language", () => {
    expect(highlight("a", "klingon")).toBe("");
    expect(highlight("a", "")).toBe("");
  });
});
