import { controls, formAssets, formRoute } from "@turnform/express-adapter";
import { bootstrap, compact, createForm, type Form, type FormOptions, sequence } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { click } from "./next-page.ts";
import { openPage } from "./pages.ts";

const WORD = "Donaudampfschifffahrtsgesellschaftskapitaenskajuetenschluessel".repeat(3);
const Item = z.object({ name: z.string().meta({ title: WORD }) }).meta({ title: WORD });
const Words = z
  .object({
    text: z.string().meta({ title: WORD, description: WORD, widget: { prefix: "€", suffix: "m" } }),
    choice: z.enum([WORD, "b"]).meta({ title: WORD }),
    box: z.boolean().meta({ title: WORD, description: WORD }),
    number: z.int().meta({ title: WORD }),
    list: z.array(Item).meta({ title: WORD, orderable: true }),
    table: z.array(Item).meta({ title: WORD, widget: sequence({ layout: "table" }) }),
    single: z.array(z.string().meta({ title: WORD })).meta({ orderable: true }),
    shown: z
      .string()
      .optional()
      .meta({ widget: { readonly: true } }),
  })
  .meta({ title: WORD, description: WORD });
const Lists = z.object({
  list: z.array(Item.meta({ title: "Item" })).meta({ orderable: true }),
  table: z
    .array(Item.meta({ title: "Row" }))
    .meta({ widget: sequence({ layout: "table", orderable: true }) }),
  one: z.array(Item).meta({ widget: sequence({ orderable: true, group: "g" }) }),
  other: z.array(Item).meta({ widget: sequence({ orderable: true, group: "g" }) }),
});

const app = express();
const assets = formAssets();
app.use(assets, controls());
const themes: readonly (readonly [name: string, options: FormOptions])[] = [
  ["plain", {}],
  ["compact", { theme: compact() }],
  ["bootstrap", { theme: bootstrap() }],
];
const item = { name: WORD };
const data = { list: [item], table: [item], single: [WORD], shown: WORD, text: WORD };
for (const [name, options] of themes) {
  const page = (form: Pick<Form<z.ZodObject>, "resources">, html: unknown): string =>
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>W</title>${assets.tags(form)}<main>${String(html)}</main></html>`;
  const buttons = [{ name: "save", title: WORD }];
  const words = createForm(Words, { formId: "f", ...options, buttons });
  const lists = createForm(Lists, { formId: "f", ...options });
  app.all(
    `/${name}/words`,
    formRoute(words, () => {}, { load: () => data, view: (html) => page(words, html), redirect: "/" }),
  );
  app.all(
    `/${name}/lists`,
    formRoute(lists, () => {}, {
      load: () => ({ list: [item, item], table: [item, item], one: [item], other: [] }),
      view: (html) => page(lists, html),
      redirect: "/",
    }),
  );
}
const address = listening(app);

describe.each(themes.map(([name]) => [name]))("the theme %s", (theme) => {
  it("breaks long words at 320 pixels, in titles, buttons, values and errors", async () => {
    const { page } = await openPage();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`${address()}/${theme}/words`);
    const width = (): Promise<unknown> => page.evaluate("document.documentElement.scrollWidth");
    expect(await width()).toBe(320);
    await page.evaluate(`document.querySelector("form").noValidate = true`);
    await page.locator("select").evaluate((select, word) => {
      select.innerHTML = `<option value="${word}x">${word}</option>`;
    }, WORD);
    await page.locator("[name=number]").fill("1.5");
    expect((await click(page.locator("[name=save]").last()))?.status()).toBe(422);
    expect(await width()).toBe(320);
  });

  it("shows no handle for a single item, unless it can move to another list", async () => {
    const { page } = await openPage();
    await page.goto(`${address()}/${theme}/lists`);
    const handles = (list: string): Promise<number> =>
      page.locator(`[id="f-${list}"] .tf-handle:visible`).count();
    expect([await handles("list"), await handles("table"), await handles("one")]).toEqual([2, 2, 1]);
    for (const list of ["list", "table"]) {
      await page.locator(`[id="f-${list}-0:remove"]`).click();
      expect(await handles(list)).toBe(0);
      await page.getByRole("button", { name: "Undo" }).click();
      expect(await handles(list)).toBe(2);
      await page.locator(`[id="f-${list}-1:remove"]`).click();
      await page.locator(`[id="f-${list}:add"]`).click();
      expect(await handles(list)).toBe(2);
    }
  });
});
