import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "text-input-csv",
  async wrong(page) {
    await page.getByLabel("Position").fill("147.37,x");
    await page.getByLabel("Names").fill('"Zurich');
  },
  errors: [
    "Latitude: Must be 90 or less",
    'Longitude: "x" is not a number',
    "The quotation marks don't match",
  ],
  async right(page) {
    await page.getByLabel("Position").fill("47.37, 8.54");
    await page.getByLabel("Names").fill('Zurich;"old; new"');
  },
  data: { position: [47.37, 8.54], names: ["Zurich", "old; new"] },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("47.37, 8.54");
    await page.keyboard.press("Tab");
    await page.keyboard.type('Zurich;"old; new"');
  },
};
