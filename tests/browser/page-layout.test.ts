import { createForm, moneyInput, selectSearch, sequence } from "@turnform/form";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { click } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const city = z.enum(["Oslo", "Rome"]).meta({ title: "City" });
const Schema = z.object({
  cities: z.array(city).meta({ orderable: true }),
  searched: z.array(city.meta({ title: "City", widget: selectSearch() })).meta({ orderable: true }),
  texts: z.array(z.string()),
  who: z.object({ name: z.string(), address: z.object({ street: z.string(), lines: z.array(z.string()) }) }),
  moves: z.array(z.object({ angle: z.int(), note: z.string(), stops: z.array(z.object({ at: z.int() })) })),
});
const value: z.output<typeof Schema> = {
  cities: ["Oslo"],
  searched: ["Oslo"],
  texts: ["a"],
  who: { name: "Ada", address: { street: "Main", lines: ["b"] } },
  moves: [{ angle: 1, note: "n", stops: [{ at: 2 }] }],
};
const save = (): void => undefined;
const options = { load: () => value };
const stacked = serveForm(createForm(Schema, { formId: "f" }), save, options);
const horizontal = serveForm(createForm(Schema, { formId: "f", layout: "horizontal" }), save, options);
const styled = serveForm(createForm(Schema, { formId: "f" }), save, {
  ...options,
  head: '<link rel="stylesheet" href="/page.css">',
  routes: (app) =>
    void app.get("/page.css", (_req, res) =>
      res.type("css").send("html { font-family: monospace } body { margin: 0 }"),
    ),
});
const Long = z.object(
  Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`field${at}`, z.string().meta({ description: "A help." })]),
  ),
);
const long = serveForm(createForm(Long, { formId: "f" }), save, { load: () => ({}) });

const Sale = z.object({
  nights: z.int(),
  price: z.number().meta({ widget: moneyInput() }),
  room: z.enum(["A", "B"]),
  beds: z
    .array(z.object({ name: z.string(), width: z.int() }))
    .meta({ widget: sequence({ layout: "table" }) }),
  extra: z.discriminatedUnion("kind", [z.object({ kind: z.literal("cot") })]),
});
const sale = serveForm(createForm(Sale, { formId: "f" }), save, {
  load: () => ({
    nights: 1,
    price: 2,
    room: "A",
    beds: [{ name: "Big", width: 180 }],
    extra: { kind: "cot" },
  }),
});

/** Returns the left edges of elements, rounded. */
const leftEdges = (page: Page, selector: string): Promise<number[]> =>
  page
    .locator(selector)
    .evaluateAll((found) => found.map((element) => Math.round(element.getBoundingClientRect().left)));

/** Returns the vertical middle of a box. */
const middleOf = (box: { y: number; height: number } | null): number =>
  box ? box.y + box.height / 2 : Number.NaN;

describe("short controls", () => {
  it("have one width, in fields, tables and unions", async () => {
    const { page } = await openPage();
    await page.goto(sale());
    const narrow = page.locator(".tf-field:is([class*=number], [class*=money]) .tf-input, .tf-select");
    const widths = await narrow.evaluateAll((found) =>
      found.map((control) => control.getBoundingClientRect().width),
    );
    expect(widths).toHaveLength(5);
    // A cell of a table has a padding
    for (const width of widths) expect(Math.abs(width - 176)).toBeLessThan(20);
  });
});

describe("the horizontal layout", () => {
  it("has all controls in line, in sections, lists and cards", async () => {
    const { page } = await openPage();
    await page.goto(horizontal());
    const edges = await leftEdges(page, ".tf-input:visible, .tf-search:visible");
    expect(edges).toHaveLength(8);
    expect(edges).toEqual(edges.map(() => edges[0]));
  });
});

describe("a list of searchable selects", () => {
  it("has its buttons in line with the controls, like other lists", async () => {
    const { page } = await openPage();
    await page.goto(stacked());
    for (const control of [".tf-select", ".tf-search"]) {
      const item = page.locator(`.tf-item:has(${control}):visible`).first();
      const [one, other] = [
        await item.locator(control).first().boundingBox(),
        await item.locator(".tf-edit:visible").first().boundingBox(),
      ];
      expect(middleOf(one)).toBeCloseTo(middleOf(other), 0);
    }
  });
});

describe("forced colours", () => {
  it("keep the sign of Add", async () => {
    const { page } = await openPage();
    await page.goto(stacked());
    await page.emulateMedia({ forcedColors: "active" });
    const sign = await page.evaluate<{ image: string; color: string; behind: string }>(`(() => {
      const button = document.querySelector(".tf-add");
      const { backgroundImage: image, color } = getComputedStyle(button, "::before");
      return { image, color, behind: getComputedStyle(button).backgroundColor };
    })()`);
    expect(sign.image).toContain("linear-gradient");
    expect(sign.color).not.toBe(sign.behind);
  });
});

describe("a link of the error summary", () => {
  it.each([0, 60])("shows the label too, under a sticky header of %i pixels", async (height) => {
    const { page } = await openPage();
    await page.goto(long());
    await page.evaluate(`document.querySelector(".tf-form").noValidate = true`);
    expect((await click(page.locator(".tf-button")))?.status()).toBe(422);
    await page.evaluate(
      `document.querySelector(".tf-form").style.setProperty("--tf-header-size", "${height}px")`,
    );
    await page.locator(".tf-summary a").nth(30).click();
    await expect.poll(() => page.evaluate("document.activeElement.id")).toContain("field30");
    const label = await page.locator("label", { hasText: "Field30" }).boundingBox();
    expect(label?.y).toBeGreaterThanOrEqual(height);
    expect(label?.y).toBeLessThan(720);
  });
});

describe("a page without styles", () => {
  const look = (page: Page): Promise<{ font: string; margin: number }> =>
    page.evaluate(`(() => {
      const { fontFamily, marginLeft } = getComputedStyle(document.body);
      return { font: fontFamily, margin: parseFloat(marginLeft) };
    })()`);

  it("gets a font and margins", async () => {
    const { page } = await openPage();
    await page.goto(stacked());
    const { font, margin } = await look(page);
    expect(font).toContain("system-ui");
    expect(margin).toBeGreaterThanOrEqual(16);
  });

  it("loses them to any rule of the page", async () => {
    const { page } = await openPage();
    await page.goto(styled());
    expect(await look(page)).toEqual({ font: "monospace", margin: 0 });
  });
});
