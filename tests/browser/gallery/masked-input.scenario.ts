import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "masked-input",
  async wrong(page) {
    await page.getByLabel("IBAN").fill("CH93");
    await page.getByLabel("Card expires").fill("12/3");
  },
  errors: ["IBAN: Enter a Swiss IBAN", "Card expires: Enter month and year, such as 12/34"],
  async right(page) {
    await page.getByLabel("IBAN").fill("CH93 0076 2011 6238 5295 7");
    await page.getByLabel("Card expires").fill("12/34");
  },
  data: { iban: "CH93 0076 2011 6238 5295 7", expires: "12/34" },
  async keyboard(page) {
    await tabToForm(page);
    // The script writes the separators.
    await page.keyboard.type("CH9300762011623852957");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1x234");
  },
};
