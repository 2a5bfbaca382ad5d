import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "hidden",
  async wrong(page) {
    await page.getByLabel("Heading").fill("A");
  },
  errors: ["Heading: Enter at least 3 characters"],
  async right(page) {
    await page.getByLabel("Heading").fill("Turning tables");
  },
  data: { revision: 7, tags: ["draft", "short"], heading: "Turning tables" },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("Turning tables");
  },
};
