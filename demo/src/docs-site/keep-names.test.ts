import { describe, expect, it } from "vitest";
import { keepNames } from "./keep-names.ts";

describe("keepNames", () => {
  it("marks names that browsers would break", () => {
    expect(keepNames("<code>npm run pages -- FOLDER --dark</code>")).toBe(
      '<code>npm run pages <span class="docs-name">--</span> FOLDER <span class="docs-name">--dark</span></code>',
    );
  });

  it("marks long names apart, and leaves names alone that are longer than a line", () => {
    const [long, longer] = [30, 61].map((length) => "a-".repeat(length).slice(0, length));
    expect(keepNames(`${long} ${longer}`)).toBe(`<span class="docs-name docs-long">${long}</span> ${longer}`);
  });

  it("lets expressions break between their names", () => {
    expect(keepNames("list([a,b]).map(f).size()")).toBe(
      "list(<wbr>[<wbr>a,<wbr>b])<wbr>.map(<wbr>f)<wbr>.size()",
    );
  });

  it("leaves tags and their attributes as they are", () => {
    expect(keepNames('<span class="hljs-string">&quot;a&quot;</span> &lt;b-c&gt;')).toBe(
      '<span class="hljs-string">&quot;a&quot;</span> <span class="docs-name">&lt;b-c&gt;</span>',
    );
  });
});
