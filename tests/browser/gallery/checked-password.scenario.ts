import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "checked-password",
  async wrong(page) {
    await page.getByLabel("User name").fill("ada");
    await page.getByLabel(/^Password/).fill("correct horse");
    await page.getByLabel("Confirm Password").fill("correct house");
  },
  errors: ["Enter the same password twice"],
  async right(page) {
    await page.getByLabel("User name").fill("ada");
    await page.getByLabel(/^Password/).fill(" correct horse ");
    await page.getByLabel("Confirm Password").fill(" correct horse ");
  },
  data: { name: "ada", password: " correct horse " },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("ada");
    await page.keyboard.press("Tab");
    await page.keyboard.type(" correct horse ");
    await page.keyboard.press("Tab");
    await page.keyboard.type(" correct horse ");
  },
};
