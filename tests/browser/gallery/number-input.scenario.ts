import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "number-input",
  async wrong(page) {
    await page.getByLabel("How many").fill("100");
    await page.getByLabel("Weight").fill("-1");
    await page.getByLabel("Length").fill("7");
  },
  errors: ["Must be 99 or less", "Price: Required"],
  async right(page) {
    await page.getByLabel("How many").fill("3");
    await page.getByLabel("Weight").fill("0.75");
    await page.getByLabel("Length").fill("30");
    await page.getByLabel("Price").fill("12.5");
  },
  data: { count: 3, weight: 0.75, length: 30, price: { Decimal: "12.50" } },
  async keyboard(page) {
    await tabToForm(page);
    for (const number of ["3", "0.75", "30", "12.5"]) {
      await page.keyboard.type(number);
      await page.keyboard.press("Tab");
    }
  },
};
