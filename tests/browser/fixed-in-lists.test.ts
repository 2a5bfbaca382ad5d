import { createForm } from "@turnform/form";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { click, press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

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

const address = serveForm(form, (value) => (saved = value), {
  load: () => stored,
  redirect: "/saved",
});

describe.each([
  ["with the script", true],
  ["without JavaScript", false],
])("a field that can't be edited in items of a list, %s", (_, javaScriptEnabled) => {
  let page: Page;
  let complaints: string[];
  beforeEach(async () => {
    saved = undefined;
    ({ page, complaints } = await openPage({ javaScriptEnabled }));
    await page.goto(address());
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
  });
  const clickOn = (id: string): Promise<unknown> => click(page.locator(`[id="${id}"]`));

  it("keeps its value after moves, removals, copies and errors", async () => {
    await clickOn("f-items-0:down");
    await page.locator("input[name=amount]").first().fill("");
    await page.evaluate(`document.querySelector("form").noValidate = true`);
    expect((await press(page, "Submit"))?.status()).toBe(422);
    await page.locator("input[name=amount]").first().fill("2");
    await clickOn("f-items-2:duplicate");
    await press(page, "Submit");
    expect(page.url()).toBe(`${address()}/saved`);
    expect(saved).toEqual({ items: [b, a, c, c] });
  });

  it("has its default in a new item", async () => {
    await clickOn("f-items-1:remove");
    await clickOn("f-items:add");
    await page.locator("input[name=amount]").last().fill("9");
    await press(page, "Submit");
    expect(page.url()).toBe(`${address()}/saved`);
    expect(saved).toEqual({ items: [a, c, { code: "new", amount: 9 }] });
  });
});

it("keeps its value when Undo brings an item back", async () => {
  const { page, complaints } = await openPage();
  await page.goto(address());
  await page.locator(`[id="f-items-1:remove"]`).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await press(page, "Submit");
  expect(page.url()).toBe(`${address()}/saved`);
  expect(saved).toEqual(stored);
  expect(complaints).toEqual([]);
});
