import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "money-input",
  async wrong(page) {
    await page.getByLabel("Total", { exact: false }).first().fill("a lot");
    await page.getByLabel("Already paid").fill("1,00o");
  },
  errors: [
    '"a lot" is not a number. Write it like 1,234.50',
    '"1,00o" is not a number. Write it like 1,234.50',
  ],
  async right(page) {
    await page.getByLabel("Total", { exact: false }).first().fill("12,345.6");
    await page.getByLabel("Already paid").fill("2345.60");
    await page.getByLabel("Total in Germany").fill("10.987,65");
  },
  data: { total: { Decimal: "12345.60" }, paid: { Decimal: "2345.60" }, abroad: { Decimal: "10987.65" } },
  async keyboard(page) {
    await tabToForm(page);
    for (const amount of ["12,345.6", "2345.60", "10.987,65"]) {
      await page.keyboard.type(amount);
      await page.keyboard.press("Tab");
    }
  },
};
