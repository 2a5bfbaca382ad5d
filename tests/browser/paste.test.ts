import { createForm, sequence } from "@turnform/form";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "./demo-server.ts";
import { nextPage } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";
import { unsound } from "./sound-page.ts";

const Line = z.object({
  product: z.string().min(1),
  count: z.int(),
  gift: z.boolean(),
  note: z
    .string()
    .optional()
    .meta({ widget: { cssClass: "note" } }),
});
const Order = z.object({
  name: z.string(),
  cards: z
    .array(Line.meta({ title: "Card" }))
    .max(5)
    .meta({ widget: sequence({ paste: true }) }),
  rows: z.array(Line.meta({ title: "Row" })).meta({ widget: sequence({ paste: true, layout: "table" }) }),
  plain: z.array(z.string()).meta({ widget: sequence() }),
});
const form = createForm(Order, { formId: "f" });
const address = serveForm(form, () => {}, {});

const TABLE = "Pencil\t12\tyes\r\nRubber\t1\tno\r\n";

/** Pastes texts into a control as the browser does, by a real event and its default action. */
async function paste(page: Page, id: string, plain: string, html = ""): Promise<void> {
  await page.locator(`[id="${id}"]`).focus();
  await page.evaluate(
    `(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", ${JSON.stringify(plain)});
      if (${JSON.stringify(html)}) clipboardData.setData("text/html", ${JSON.stringify(html)});
      const control = document.activeElement;
      if (control.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })))
        control.setRangeText(clipboardData.getData("text/plain"));
    })()`,
  );
}

async function open(width = 1280): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openPage({ viewport: { width, height: 720 } });
  await page.goto(address());
  return { page, complaints };
}

const products = (page: Page, list: string): Promise<string[]> =>
  page
    .locator(`#f-${list} [data-tf-items] [name=product]`)
    .evaluateAll((all) => all.map((each) => ("value" in each ? String(each.value) : "")));

describe("pasting a table into a list", () => {
  it.each(["cards", "rows"])("offers to fill items, and fills them on Enter: %s", async (list) => {
    const { page, complaints } = await open();
    await page.locator("#f-name").fill("typed");
    await page.locator(`[id="f-${list}:add"]`).click();
    await paste(page, `f-${list}-0-product`, TABLE);
    const dialog = page.getByRole("dialog", { name: "Fill 2 rows from the clipboard?" });
    await dialog.waitFor();
    expect(
      await dialog.getByRole("button", { name: "Fill" }).evaluate((each) => each.matches(":focus")),
    ).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await nextPage(page, () => page.keyboard.press("Enter"));
    expect(await products(page, list)).toEqual(["Pencil", "Rubber"]);
    expect(await page.locator(`#f-${list}-0-gift`).isChecked()).toBe(true);
    expect(await page.locator(`#f-${list}-0-product`).evaluate((each) => each.matches(":focus"))).toBe(true);
    expect(await page.locator("#f-name").inputValue()).toBe("typed");
    expect(await unsound(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("goes on as usual if the person declines", async () => {
    const { page } = await open();
    await page.locator(`[id="f-cards:add"]`).click();
    await paste(page, "f-cards-0-product", "a\tb");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await products(page, "cards")).toEqual(["a\tb"]);
    expect(await page.locator("#f-cards-0-product").evaluate((each) => each.matches(":focus"))).toBe(true);
  });

  it("offers nothing for a single cell, and in a list that was not given the option", async () => {
    const { page } = await open();
    await page.locator(`[id="f-cards:add"]`).click();
    await page.locator(`[id="f-plain:add"]`).click();
    await paste(page, "f-cards-0-product", "one cell");
    await paste(page, "f-plain-0", TABLE);
    await page.waitForFunction("document.querySelector('#f-plain-0').value.includes('Pencil')");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await products(page, "cards")).toEqual(["one cell"]);
  });

  it("reads the table of a web page, and refuses too many rows with the text kept", async () => {
    const { page } = await open(320);
    await page.locator(`[id="f-cards:add"]`).click();
    const row = "<tr><td>A <b>b</b><td>1";
    await paste(page, "f-cards-0-product", "A b 1", `<table>${row.repeat(6)}</table>`);
    await page.getByRole("dialog", { name: "Fill 6 rows" }).waitFor();
    await nextPage(page, () => page.keyboard.press("Enter"));
    const area = page.locator(`[id="f-cards:paste"]`);
    expect(await area.inputValue()).toBe(Array(6).fill("A b\t1").join("\n"));
    expect(await area.evaluate((each) => each.matches(":focus"))).toBe(true);
    expect(await area.evaluate((each) => each.getAttribute("aria-describedby"))).toContain(
      "f-cards:paste-error",
    );
    expect(await page.locator(`[id="f-cards:paste-error"]`).innerText()).toBe(
      "There are 6 rows, and room for 5",
    );
    expect(await products(page, "cards")).toEqual([""]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  });
});
