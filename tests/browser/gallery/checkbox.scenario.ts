import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "checkbox",
  async wrong(page) {
    await page.getByLabel("Wrap it as a gift").check();
  },
  errors: ["Please agree to the terms"],
  async right(page) {
    await page.getByLabel("Send me news").uncheck();
    await page.getByLabel("I agree to the terms").check();
  },
  data: { gift: false, news: false, terms: true },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
  },
};
