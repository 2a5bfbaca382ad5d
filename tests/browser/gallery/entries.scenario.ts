import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "entries",
  async wrong(page) {
    const prices = page.getByRole("group", { name: "Prices", exact: true });
    for (const [index, price] of ["1", "-2"].entries()) {
      await press(page, "Add fruit");
      const entry = prices.getByRole("group", { name: `Entry ${index + 1}` });
      await entry.getByLabel("Fruit").fill("apple");
      await entry.getByRole("textbox", { name: "Price" }).fill(price);
    }
    await press(page, "Add shelf");
  },
  errors: [
    'Entry 2, Fruit: "apple" is entered more than once',
    "Entry 2, Price: Must be 0 or more",
    "Entry 1, Shelf, Label: Required",
  ],
  async right(page) {
    const prices = page.getByRole("group", { name: "Prices", exact: true });
    await press(page, "Add fruit");
    await press(page, "Add fruit");
    await press(prices, "Remove Entry 1");
    await prices.getByRole("textbox", { name: "Fruit" }).fill("__proto__");
    await prices.getByRole("textbox", { name: "Price" }).fill("0.8");
    const hours = page.getByRole("group", { name: "Hours", exact: true });
    await hours.getByLabel("Weekdays").fill("9–17");
    await hours.getByLabel("Weekend").fill("10–14");
    await press(page, "Add shelf");
    const shelves = page.getByRole("group", { name: "Shelves", exact: true });
    await shelves.getByLabel("Number").fill("7");
    await shelves.getByLabel("Label").fill("Jam");
  },
  data: {
    prices: JSON.parse('{"__proto__":0.8}'),
    hours: { weekdays: "9–17", weekend: "10–14" },
    shelves: { Map: [[7, { label: "Jam", full: false }]] },
  },
  async keyboard(page) {
    await tabTo(page, "Add fruit of Prices");
    await page.keyboard.press("Enter");
    await page.keyboard.type("__proto__");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0.8");
    await tabTo(page, "Weekdays");
    await page.keyboard.type("9–17");
    await page.keyboard.press("Tab");
    await page.keyboard.type("10–14");
    await tabTo(page, "Add shelf of Shelves");
    await page.keyboard.press("Enter");
    await page.keyboard.type("7");
    await tabTo(page, "Label");
    await page.keyboard.type("Jam");
  },
};
