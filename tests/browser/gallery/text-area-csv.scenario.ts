import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "text-area-csv",
  async wrong(page) {
    await page.getByLabel("People").fill("1,Ada\nx,Grace\n2");
    await page.getByLabel("Words").fill("one\n'two;three");
  },
  errors: ['Row 2, Number: "x" is not a number', "Row 3", "Line 2: the quotation marks don't match"],
  async right(page) {
    await page.getByLabel("People").fill('1,"Lovelace, Ada"\n2,Grace\n');
    await page.getByLabel("Words").fill("one;'two; three'");
  },
  data: {
    people: [
      [1, "Lovelace, Ada"],
      [2, "Grace"],
    ],
    words: [["one", "two; three"]],
  },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type('1,"Lovelace, Ada"\n2,Grace');
    await page.keyboard.press("Tab");
    await page.keyboard.type("one;'two; three'");
  },
};
