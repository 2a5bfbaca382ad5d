import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { press } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { noticed } from "./feature-page.ts";

export const scenario: FeatureScenario = {
  page: "layouts",
  async run(page) {
    const search = page.locator("#search");
    const order = page.locator("#order");
    // Wide screens have several fields on a line, and labels next to their controls.
    const wide = {
      words: await boxOf(search.getByLabel("Words")),
      button: await boxOf(search.getByRole("button")),
    };
    expect(wide.button.x).toBeGreaterThan(wide.words.x + wide.words.width);
    expect(wide.button.y).toBe(wide.words.y);
    expect(await isBeside(order)).toBe(true);
    await onTelephone(page, async () => {
      const narrow = {
        words: await boxOf(search.getByLabel("Words")),
        button: await boxOf(search.getByRole("button")),
      };
      expect(narrow.button.y).toBeGreaterThan(narrow.words.y + narrow.words.height);
      expect(await isBeside(order)).toBe(false);
    });

    await search.getByLabel("Words").fill("ea");
    await search.getByLabel("Kind").selectOption("Fruit");
    await press(search, "Search");
    await page.getByText("Found: pear.").waitFor();
    expect(page.url()).toContain("words=ea");
    await order.getByLabel("Name").fill("Ada");
    await order.getByLabel("E-mail").fill("ada@example.com");
    await order.getByLabel("Street").fill("Main Street 1");
    await order.getByLabel("City").fill("Bern");
    await press(order, "Order");
    await noticed(order, "Thank you, Ada.");
  },
};

/** Returns true if the name's label is next to its control, not above it. */
async function isBeside(form: Locator): Promise<boolean> {
  const label = await boxOf(form.locator("[id='order-name:label']"));
  const control = await boxOf(form.getByLabel("Name"));
  return label.x + label.width <= control.x && label.y >= control.y;
}

async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error("The element is not visible");
  return box;
}

/** Runs a function with the page on the narrowest screen. */
async function onTelephone(page: Page, look: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await look();
  if (before) await page.setViewportSize(before);
}
