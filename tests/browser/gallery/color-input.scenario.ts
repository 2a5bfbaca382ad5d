import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "color-input",
  async right(page) {
    await page.getByLabel("Light").fill("#ffd27f");
    await page.getByLabel("No colour").uncheck();
    await page.getByLabel("Blinks in").fill("#1e90ff");
  },
  data: { light: "#ffd27f", blink: "#1e90ff" },
};
