import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "checked-input",
  async wrong(page) {
    await page.getByLabel(/^E-mail/).fill("ada@example.com");
    await page.getByLabel("Confirm E-mail").fill("adam@example.com");
    await page.getByLabel(/^Account number$/).fill("1");
  },
  errors: ["E-mail: Enter the same address twice", "Account number: Enter the same value twice"],
  async right(page) {
    await page.getByLabel(/^E-mail/).fill("ada@example.com");
    await page.getByLabel("Confirm E-mail").fill("ada@example.com");
  },
  data: { email: "ada@example.com" },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("ada@example.com");
    await page.keyboard.press("Tab");
    await page.keyboard.type("ada@example.com");
  },
};
