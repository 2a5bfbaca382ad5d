import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import * as cleaning from "./clean-html.ts";
import { cleanHtml, richText, type RichTextTag, richTextTags } from "./rich-text.ts";

const cleans = vi.spyOn(cleaning, "cleanHtml");
beforeEach(() => void cleans.mockClear());
afterAll(() => cleans.mockRestore());
/** Counts the cleaned characters. */
const cleaned = (): number => cleans.mock.calls.reduce((total, [html]) => total + html.length, 0);

const Page = z.object({ text: z.string().meta({ widget: richText() }) });
const form = createForm(Page, { formId: "page" });
const valueOf = (html: string): unknown => {
  const result = form.validate([["text", html]]);
  return result.kind === "valid" ? result.value.text : result.kind === "invalid" && result.error.asDict();
};
const EVIL = `<p onclick="x()">a<script>alert(1)</script><img src=x onerror=x()></p></div></form><iframe>`;

describe("richText", () => {
  it("keeps the editor's HTML", () => {
    const html =
      `<h2>One</h2><p><strong>a</strong> <em>b</em> <u>c</u> <s>d</s> <code>e</code><br>f</p>` +
      `<ul><li><p>g</p></li></ul><ol start="3"><li><p>h</p></li></ol><blockquote><p>i</p></blockquote>` +
      `<pre><code>1 &lt; 2\n</code></pre><hr><p><a href="https://example.org/?a=1&amp;b=2">j &amp; k</a></p>`;
    expect(valueOf(html)).toBe(html);
    expect(submittedControls(String(form.render({ text: html })))).toContainEqual([
      "text",
      html.replace("\n", "\r\n"),
    ]);
  });

  it("cleans posted HTML", () => {
    expect(valueOf(EVIL)).toBe("<p>a</p>");
    expect(valueOf(`<p>a</p><a href="javascript:alert(1)">b</a><b>c</b><i>d</i>`)).toBe(
      "<p>a</p><a>b</a><strong>c</strong><em>d</em>",
    );
    expect(valueOf("1 < 2 & 3")).toBe("1 &lt; 2 &amp; 3");
    expect(valueOf("a&#13;&#10;b&#13;c")).toBe("a\nb\nc");
  });

  it("cleans shown HTML, both in the editor and readonly", () => {
    expect(submittedControls(String(form.render({ text: EVIL })))).toContainEqual(["text", "<p>a</p>"]);
    const page = pageOf(String(form.render({ text: EVIL }, { readonly: true })));
    expect(page.querySelector("#page-text")?.innerHTML).toBe("<p>a</p>");
    expect(page.querySelector("textarea, tf-rich-text, script, img, iframe")).toBeNull();
  });

  it("reads a text that shows nothing as missing", () => {
    for (const html of ["", " ", "<p></p>", "<p>&nbsp;<br></p>", "<script>x</script>", "<!-- x -->"])
      expect(valueOf(html)).toEqual({ text: "Required" });
    expect(valueOf("<hr>")).toBe("<hr>");
  });

  describe("of a length", () => {
    const limited = (type: z.ZodString, options = {}) =>
      createForm(z.object({ text: type.meta({ widget: richText(options) }) }), { formId: "page" });
    const messagesFor = (type: z.ZodString, html: string, options = {}) => {
      const { form: page } = limited(type, options).validate([["text", html]]);
      return [page.error?.asDict(), String(page)] as const;
    };

    it("is measured before anything is cleaned", () => {
      const html = "<".repeat(1_000_000);
      for (const type of [z.string(), z.string().max(200), z.string().trim().max(200)]) {
        const [errors, page] = messagesFor(type, html);
        expect(errors).toEqual({ text: expect.stringContaining("Enter at most") });
        expect(page).toContain("&lt;&lt;");
      }
      expect(cleaned()).toBe(0);
    });

    it("is never valid uncleaned, whatever the schema makes of it", () => {
      const evil = `${EVIL}${" ".repeat(300)}`;
      expect(messagesFor(z.string().trim().max(200), evil)[0]).toEqual({
        text: "Enter at most 200 characters",
      });
      expect(messagesFor(z.string().max(200, "Too much"), evil)[0]).toEqual({ text: "Too much" });
      expect(cleaned()).toBe(0);
    });

    it("is limited after cleaning too, so that a page can show every saved text", () => {
      const [errors] = messagesFor(z.string(), "<".repeat(60), { maxSource: 100 });
      expect(errors).toEqual({ text: "Enter at most 100 characters" });
      expect(messagesFor(z.string(), "<".repeat(25), { maxSource: 100 })[0]).toBe(undefined);
    });

    it("shows a text that is too long unchanged, so that posting it again reports the same error", () => {
      const typed = `\n<p onclick="x()">${"a".repeat(200)}</p>\n`;
      const [errors, page] = messagesFor(z.string().max(100), typed);
      const again = limited(z.string().max(100)).validate(submittedControls(page));
      expect(again.form.error?.asDict()).toEqual(errors);
      expect(String(again.form)).toBe(page);
    });

    it("shows the source of HTML that is too long to be cleaned", () => {
      const shown = limited(z.string(), { maxSource: 10 });
      const page = pageOf(String(shown.render({ text: EVIL }, { readonly: true })));
      expect(page.querySelector("#page-text")?.textContent).toBe(EVIL);
      const whole = shown.withWidgets({ text: { hidden: true } }).validate([["text", EVIL]]);
      expect(whole).toMatchObject({ value: { text: expect.not.stringContaining("<") } });
    });
  });

  it("keeps only the chosen elements", () => {
    const widget = richText({ tags: ["em"] });
    const short = createForm(z.object({ text: z.string().meta({ widget }) }));
    expect(short.validate([["text", "<h2>a</h2><ul><li><em>b</em></li></ul>"]])).toMatchObject({
      value: { text: "a<em>b</em>" },
    });
    expect(pageOf(String(short.render())).querySelector("tf-rich-text")?.getAttribute("data-tf-tags")).toBe(
      "em",
    );
  });

  it("loads its editor, and only on pages with the widget", () => {
    const names = (schema: z.ZodObject) =>
      createForm(schema)
        .resources()
        .map(({ name }) => name);
    expect(names(Page)).toEqual([
      "turnform.css",
      "turnform.js",
      "turnform-rich-text.css",
      "turnform-rich-text.js",
    ]);
    expect(names(z.object({ a: z.string() })).join()).not.toContain("rich");
  });
});

describe("cleanHtml", () => {
  const pieces =
    `<p>|</p>|<b>|</strong>|<a href='|javascript:|'>|"|<svg><style>|</form>|<!--|-->|<![CDATA[|&lt;|&#106;|<math><mi>|` +
    `<textarea>|</textarea>|<script>|<p id=x onclick=y>|<img src=x onerror=y>|<table><td>|<h2|<ul><li>|\0|<%|/>`;
  const piece = fc.oneof(fc.constantFrom(...pieces.split("|")), fc.string());
  const hostile = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const some = fc.subarray<RichTextTag>([...richTextTags]);

  it.each([
    ["https://example.org/?a=1&b=2", true],
    ["/here", true],
    ["#there", true],
    ["mailto:a@b.example", true],
    ["javascript:x()", false],
    [" java\nscript:x()", false],
    ["\u0001JavaScript&#58;x()", false],
    ["data:text/html,x", false],
    ["vbscript:x", false],
  ])("allows %j as the address of a link: %j", (href, isSafe) => {
    expect(cleanHtml(`<a href="${href}">a</a>`, richTextTags).includes("href")).toBe(isSafe);
  });

  it("drops markup that browsers read differently in foreign elements", () => {
    for (const [outer, inner] of [
      ["svg", "textarea"],
      ["math", "xmp"],
      ["svg", "style"],
      ["svg", "title"],
    ]) {
      const html = `<p>a</p><${outer}><${inner}><img src=x onerror=x()></${inner}></${outer}><p>b</p>`;
      expect(cleanHtml(html, richTextTags)).toBe("<p>a</p><p>b</p>");
    }
  });

  it("changes nothing if it cleans again", () => {
    fc.assert(
      fc.property(hostile, some, (html, tags) => {
        const once = cleanHtml(html, tags);
        expect(cleanHtml(once, tags)).toBe(once);
      }),
    );
  });

  it("lets no other element or attribute pass, and closes what it opens", () => {
    fc.assert(
      fc.property(hostile, some, (html, tags) => {
        const page = pageOf(`<div>${cleanHtml(html, tags)}</div><hr id="after">`);
        const allowed = new Set(["p", "br", "li", ...tags]);
        expect(page.querySelector("body > #after, #after")?.closest("div")).toBeNull();
        for (const element of page.querySelectorAll("div *")) {
          expect(allowed).toContain(element.localName);
          expect(element.hasAttribute("onclick") || element.hasAttribute("id")).toBe(false);
          expect(element.getAttribute("href") ?? "").not.toMatch(/^\s*javascript:/i);
        }
      }),
    );
  });

  it("drops list items outside lists, which would close an item of the page", () => {
    expect(cleanHtml("<li>a</li><ul><li>b</li></ul></ul><li>c", richTextTags)).toBe("a<ul><li>b</li></ul>c");
    expect(cleanHtml("<ul><li>a</li></ul>", ["ol"])).toBe("a");
  });

  it("takes linear time for any nesting", () => {
    for (const unit of ["<b>", "<div></p>", "<p>x</b>", "<", "<a href=", "<svg>"])
      expect(cleanHtml(unit.repeat(100_000), richTextTags)).not.toContain("<div");
  }, 8000);
});
