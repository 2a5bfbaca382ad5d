import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "switch-input",
  async right(page) {
    await page.getByRole("switch", { name: "Light" }).check();
    await page.getByRole("switch", { name: "Motion sensor" }).uncheck();
  },
  data: { on: true, motion: false, locked: true },
  async keyboard(page) {
    for (const name of ["Light", "Motion sensor"]) {
      await tabTo(page, name);
      await page.keyboard.press("Space");
    }
  },
};
