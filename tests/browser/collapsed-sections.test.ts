import { createForm, mapping } from "@turnform/form";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const details = { widget: mapping({ frame: "details" }) };
const Inner = z.object({ code: z.string().regex(/^[A-Z]+$/) }).meta(details);
const Item = z.object({ name: z.string(), inner: Inner }).meta(details);
const form = createForm(z.object({ section: Item, items: z.array(Item) }), {
  formId: "f",
  buttons: ["save"],
});
const filled = { name: "a", inner: { code: "A" } };

const address = serveForm(form, () => {}, {
  path: "/:what",
  load: (req) => (req.params["what"] === "filled" ? { section: filled, items: [filled, filled] } : {}),
  redirect: "/saved",
});

describe.each([
  ["with the script", true],
  ["without JavaScript", false],
])("a section that opens and closes, %s", (_, javaScriptEnabled) => {
  let page: Page;
  let complaints: string[];
  beforeEach(async () => {
    ({ page, complaints } = await openPage({ javaScriptEnabled }));
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
  });
  const focused = (): Promise<unknown> => page.evaluate("document.activeElement.id");
  const isSeen = (id: string): Promise<boolean> =>
    page
      .locator(`[id="${id}"]`)
      .evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
  /** Closes the innermost section around a field, and its ancestors. */
  const collapse = async (id: string): Promise<void> => {
    const sections = page.locator(`details[open]:has([id="${id}"])`);
    while ((await sections.count()) > 0) await sections.last().locator("> summary").click();
  };

  it("is open on a fresh page if a required field is empty, and focuses that field", async () => {
    await page.goto(`${address()}/fresh`);
    await press(page, "Save");
    expect(await focused()).toBe("f-section-name");
    await page.fill("#f-section-name", "a");
    await press(page, "Save");
    expect(await focused()).toBe("f-section-inner-code");
  });

  it.each([
    ["is empty", ""],
    ["is wrong", "a1"],
  ])("shows what %s and gives it the focus, after a person closed it", async (_name, text) => {
    await page.goto(`${address()}/filled`);
    const field = "f-items-1-inner-code";
    await page.locator(`details:has([id="${field}"]) > summary`).first().click();
    await page.locator(`details details:has([id="${field}"]) > summary`).click();
    await page.fill(`[id="${field}"]`, text);
    await collapse(field);
    await press(page, "Save");
    expect(await focused()).toBe(field);
    expect(await isSeen(field)).toBe(true);
    await page.fill(`[id="${field}"]`, "B");
    await press(page, "Save");
    expect(page.url()).toBe(`${address()}/saved`);
  });

  it("stays closed while all its fields are valid", async () => {
    await page.goto(`${address()}/filled`);
    expect(await isSeen("f-section-name")).toBe(false);
    await press(page, "Save");
    expect(page.url()).toBe(`${address()}/saved`);
  });
});
