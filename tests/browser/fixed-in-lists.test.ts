import { controls, formAssets, formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import express from "express";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { launchChromium } from "./chromium.ts";
import { openPage, press } from "./demo-server.ts";

const Item = z.object({
  code: z
    .string()
    .default("new")
    .meta({ widget: { readonly: true } }),
  tax: z
    .string()
    .optional()
    .meta({ widget: { disabled: true } }),
  amount: z.int(),
});
const form = createForm(z.object({ items: z.array(Item).meta({ orderable: true }) }), { formId: "f" });
const stored = {
  items: [
    { code: "A", tax: "19 %", amount: 1 },
    { code: "B", amount: 2 },
    { code: "C", tax: "7 %", amount: 3 },
  ],
};
const [a, b, c] = stored.items;
let saved: unknown;

const app = express();
const assets = formAssets();
app.use(assets, controls());
app.get("/favicon.ico", (_req, res) => res.status(204).end());
app.get("/saved", (_req, res) => res.send("<!doctype html><title>Saved</title>"));
app.route("/").all(
  formRoute(form, {
    load: () => stored,
    save: (value) => (saved = value),
    view: (page) =>
      `<!doctype html><html lang="en"><title>Items</title>${assets.tags(form)}<main>${page}</main></html>`,
    redirect: "/saved",
  }),
);
const address = listening(app);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each([
  ["with the script", true],
  ["without JavaScript", false],
])("a field that can't be edited in items of a list, %s", (_, javaScriptEnabled) => {
  let page: Page;
  let complaints: string[];
  beforeEach(async () => {
    saved = undefined;
    ({ page, complaints } = await openPage(browser, { javaScriptEnabled }));
    await page.goto(address());
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });
  const click = async (id: string): Promise<void> => {
    const shown = javaScriptEnabled ? undefined : page.waitForEvent("load");
    await page.locator(`[id="${id}"]`).click();
    await shown;
  };

  it("keeps its value as items move, go and double, and after errors", async () => {
    await click("f-items-0:down");
    await page.locator("input[name=amount]").first().fill("");
    await page.evaluate(`document.querySelector("form").noValidate = true`);
    await press(page, "Submit");
    await page.locator(".tf-summary").waitFor();
    await page.locator("input[name=amount]").first().fill("2");
    await click(`f-items-2:duplicate`);
    await Promise.all([page.waitForURL("**/saved"), press(page, "Submit")]);
    expect(saved).toEqual({ items: [b, a, c, c] });
  });

  it("has its default in a new item", async () => {
    await click("f-items-1:remove");
    await click("f-items:add");
    await page.locator("input[name=amount]").last().fill("9");
    await Promise.all([page.waitForURL("**/saved"), press(page, "Submit")]);
    expect(saved).toEqual({ items: [a, c, { code: "new", amount: 9 }] });
  });
});

it("keeps its value when Undo brings an item back", async () => {
  const { page, complaints } = await openPage(browser);
  await page.goto(address());
  await page.locator(`[id="f-items-1:remove"]`).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await Promise.all([page.waitForURL("**/saved"), press(page, "Submit")]);
  expect(saved).toEqual(stored);
  expect(complaints).toEqual([]);
  await page.close();
});
