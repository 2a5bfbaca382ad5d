import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "text-area",
  async wrong(page) {
    await page.getByLabel("Address").fill("  \n ");
    await page.getByLabel("Message").fill("Short\n<b>");
  },
  errors: ["Required", "Enter at least 10 characters"],
  async right(page) {
    await page.getByLabel("Address").fill("\n1 Main Street\nTurin\n");
    await page.getByLabel("Message").fill("One line.\n\n</textarea>");
    await page.getByLabel("Poem").fill("\n  a rose\n");
  },
  data: {
    address: "1 Main Street\nTurin",
    message: "One line.\n\n</textarea>",
    poem: "\n  a rose\n",
  },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("1 Main Street\nTurin");
    await page.keyboard.press("Tab");
    await page.keyboard.type("One line.\n\n</textarea>");
    await page.keyboard.press("Tab");
    await page.keyboard.type("\n  a rose\n");
  },
};
