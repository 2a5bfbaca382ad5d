import { createForm, sequence } from "@turnform/form";
import { richText } from "@turnform/form/rich-text";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { send } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Text = z.string().meta({ widget: richText() });
const Story = z.object({
  title: z.string().min(3),
  text: Text,
  short: z
    .string()
    .optional()
    .meta({ widget: richText({ tags: ["strong", "em"] }) }),
  chapters: z
    .array(z.array(Text).meta({ title: "Chapter", widget: sequence({ orderable: true, duplicable: true }) }))
    .optional(),
});
const form = createForm(Story, { formId: "story", noValidate: true });
let saved: z.output<typeof Story>[] = [];

/** Records violations of the page's policy. */
const SPY = `window.violations = []; document.addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + " " + e.sample + e.sourceFile));`;
const address = serveForm(form, (story) => saved.push(story), {
  head: `<script src="/spy.js"></script>`,
  routes: (app) => app.get("/spy.js", (_req, res) => res.type("js").send(SPY)),
});

async function open(javaScriptEnabled = true): Promise<Page> {
  saved = [];
  const { page } = await openPage({ javaScriptEnabled });
  await page.goto(address());
  return page;
}
const editor = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const textOf = (page: Page, id: string) => page.inputValue(`[id="${id}"]`);
const hasFocus = (each: Locator) => each.evaluate((each) => each.matches(":focus"));
const focused = (page: Page) => page.evaluate("document.activeElement.ariaLabel");

describe("richText in the browser", () => {
  it("keeps a strict content security policy while a person types, pastes and formats", async () => {
    const page = await open();
    await editor(page, "Text").click();
    await page.keyboard.type("Frogs");
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      const style = 'style="color: red"';
      clipboardData.setData("text/html", \`<p \${style} onclick="x()">of <b \${style}>Žabí</b></p><style>p { color: red }</style>\`);
      document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }`);
    const tools = page.getByRole("toolbar").first().getByRole("button");
    for (const tool of await tools.all()) await tool.dispatchEvent("click");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("violations")).toEqual([]);
    expect(await textOf(page, "story-text")).toContain("Frogs");
    expect(await textOf(page, "story-text")).not.toContain("style");
  });

  it("works with the keyboard only, and keeps the value in the text area", async () => {
    const page = await open();
    await page.fill("#story-title", "Frogs");
    await page.keyboard.press("Tab");
    const bold = page.getByRole("button", { name: "Bold" }).first();
    await expect.poll(() => hasFocus(bold)).toBe(true);
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("Italic");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    expect(await bold.getAttribute("aria-pressed")).toBe("true");
    // The editor takes the focus in the next frame.
    await expect.poll(() => hasFocus(editor(page, "Text"))).toBe(true);
    await page.keyboard.type("Green");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" and wet");
    expect(await textOf(page, "story-text")).toBe("<p><strong>Green</strong> and wet</p>");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Bold");
    await send(page);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.text).toBe("<p><strong>Green</strong> and wet</p>");
  });

  it("makes links to addresses, but not to scripts", async () => {
    const page = await open();
    await editor(page, "Text").fill("Frogs");
    await page.keyboard.press("Control+a");
    const link = page.getByRole("button", { name: /^Link / }).first();
    const address = page.getByLabel("Address of the link").first();
    await link.click();
    await address.fill("example.org/frogs");
    await page.keyboard.press("Enter");
    const html = '<p><a href="https://example.org/frogs">Frogs</a></p>';
    expect(await textOf(page, "story-text")).toBe(html);
    await link.click();
    expect(await address.inputValue()).toBe("https://example.org/frogs");
    await address.fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Set link" }).first().click();
    expect(await textOf(page, "story-text")).not.toContain("javascript");
    expect(saved).toEqual([]);
  });

  it("offers and accepts the markup that the server accepts", async () => {
    const page = await open();
    const short = page.locator("tf-rich-text").nth(1);
    expect(await short.getByRole("button").evaluateAll((all) => all.map(({ title }) => title))).toEqual([
      "Bold",
      "Italic",
      "Undo",
      "Redo",
    ]);
    await editor(page, "Short").click();
    await page.keyboard.type("# - **x**");
    expect(await textOf(page, "story-short")).toBe("<p># - <strong>x</strong></p>");
  });

  it("shows the posted text and its errors, and takes the focus from the summary and the label", async () => {
    const page = await open();
    await editor(page, "Short").fill("kept");
    await send(page);
    const text = editor(page, "Text");
    expect(await text.getAttribute("aria-invalid")).toBe("true");
    expect(await text.getAttribute("aria-describedby")).toBe("story-text:error");
    expect(await editor(page, "Short").innerText()).toBe("kept");
    await page.getByRole("link", { name: "Text: Required" }).click();
    await expect.poll(() => hasFocus(text)).toBe(true);
    await page.click("[id='story-short:label']");
    const short = editor(page, "Short");
    await expect.poll(() => hasFocus(short)).toBe(true);
  });

  it("works in lists of lists: added, duplicated, moved, removed and restored", async () => {
    const page = await open();
    await page.fill("#story-title", "Frogs");
    await editor(page, "Text").fill("text");
    await page.click("[id='story-chapters:add']");
    const add = "[id='story-chapters-0:add']";
    await page.click(add);
    const first = page.locator("[id='story-chapters-0-0:item'] [role=textbox]");
    await expect.poll(() => hasFocus(first)).toBe(true);
    await page.keyboard.type("one");
    await page.click(add);
    await page.keyboard.type("two");
    await page.click("[id='story-chapters-0-0:duplicate']");
    await page.keyboard.type("again ");
    await page.click("[id='story-chapters-0-1:up']");
    await page.locator("[id='story-chapters-0-1:item'] [role=textbox]").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("!");
    expect(await page.locator("#story-chapters .tf-rich-tools").count()).toBe(3);
    await page.click("[id='story-chapters-0-0:remove']");
    await page.locator(".tf-undo button").click();
    expect(await page.locator("#story-chapters .tf-rich-tools").count()).toBe(3);
    expect(await page.evaluate("violations")).toEqual([]);
    await send(page);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.chapters?.[0]?.toSorted()).toEqual(["<p>again one</p>", "<p>one</p>", "<p>two!</p>"]);
  });

  it("is a text area with HTML without JavaScript", async () => {
    const page = await open(false);
    await page.getByLabel("Text").fill("<p>by <b>hand</b><script>x</script></p>");
    await send(page);
    expect(await page.getByLabel("Text").inputValue()).toBe("<p>by <strong>hand</strong></p>");
    await page.fill("#story-title", "Frogs");
    await send(page);
    expect(saved).toHaveLength(1);
    expect(saved[0]?.text).toBe("<p>by <strong>hand</strong></p>");
  });

  it("follows a reset of the form", async () => {
    const page = await open();
    await editor(page, "Text").fill("gone");
    await page.evaluate("document.forms[0].reset()");
    await expect.poll(async () => (await editor(page, "Text").innerText()).trim()).toBe("");
    expect(await textOf(page, "story-text")).toBe("");
  });
});
