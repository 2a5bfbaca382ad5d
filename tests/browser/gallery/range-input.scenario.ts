import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "range-input",
  async right(page) {
    await page.getByLabel("Volume").fill("11");
    await page.getByLabel("Balance").fill("-0.5");
    await page.getByLabel("No value").uncheck();
    await page.getByLabel("Fade out").fill("10");
  },
  data: { volume: 11, balance: -0.5, fade: 10 },
  async keyboard(page) {
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    await tabToForm(page);
    await press("End");
    await press("Tab");
    await press("ArrowLeft", 2);
    await press("Tab");
    await press("Space");
    await press("Tab");
    await press("Home");
    await press("ArrowRight", 10);
  },
};
