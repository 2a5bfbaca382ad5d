import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "text-input",
  async wrong(page) {
    await page.getByLabel("Name").fill("A");
    await page.getByLabel("Email").fill("ada");
    await page.getByLabel("Account").fill("Ada!");
  },
  errors: ["Enter at least 2 characters", "Enter a valid email address"],
  async right(page) {
    await page.getByLabel("Name").fill(" Zoë <b>&amp; ");
    await page.getByLabel("Email").fill("zoe@example.com");
    await page.getByLabel("Account").fill("zoe");
  },
  data: { name: "Zoë <b>&amp;", email: "zoe@example.com", account: "zoe" },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("Zoë <b>&amp;");
    await page.keyboard.press("Tab");
    await page.keyboard.type("zoe@example.com");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("zoe");
  },
};
