import type { Locator, Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const line = (page: Page, number: number): Locator =>
  page
    .locator("tbody")
    .getByRole("row")
    .nth(number - 1);

export const scenario: Scenario = {
  page: "table",
  async wrong(page) {
    await press(page, "Add line");
    await line(page, 1).getByLabel("Product").fill("Pencil");
    await line(page, 1).getByLabel("Count").fill("0");
  },
  errors: ["Must be 1 or more"],
  async right(page) {
    await press(page, "Add line");
    await line(page, 1).getByLabel("Product").fill("Pencil");
    await line(page, 1).getByLabel("Count").fill("12");
    await press(page, "Add line");
    await line(page, 2).getByLabel("Product").fill("Rubber");
    await line(page, 2).getByLabel("Count").fill("1");
    await line(page, 2).getByLabel("Gift").check();
    await press(page, "Move up Line 2");
  },
  data: {
    lines: [
      { product: "Rubber", count: 1, gift: true },
      { product: "Pencil", count: 12, gift: false },
    ],
  },
  async keyboard(page) {
    const { keyboard } = page;
    for (const [product, count] of [
      ["Pencil", "12"],
      ["Rubber", "1"],
    ] as const) {
      await tabTo(page, "Add line");
      await keyboard.press("Enter");
      await keyboard.type(product);
      await keyboard.press("Tab");
      await keyboard.type(count);
    }
    await keyboard.press("Tab");
    await keyboard.press("Space");
    await keyboard.press("Alt+ArrowUp");
  },
};
