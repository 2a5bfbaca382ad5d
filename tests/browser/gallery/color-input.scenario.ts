import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "color-input",
  async right(page) {
    await page.getByLabel("Light").fill("#ffd27f");
    await page.getByLabel("No colour").uncheck();
    await page.getByLabel("Blinks in").fill("#1e90ff");
  },
  data: { light: "#ffd27f", blink: "#1e90ff" },
  async keyboard(page) {
    // The browser's palette is a separate window, which closes when another test opens one. The test fills the value instead.
    const focused = page.locator(":focus");
    await tabTo(page, "Light");
    await focused.fill("#ffd27f");
    await tabTo(page, "No colour");
    await page.keyboard.press("Space");
    await tabTo(page, "Blinks in");
    await focused.fill("#1e90ff");
  },
};
