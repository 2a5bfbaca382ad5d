import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "tuple-group",
  async wrong(page) {
    await page.getByLabel("Width").fill("0");
    await press(page, "Add stop");
  },
  errors: [
    "Poster, Width: Must be greater than 0",
    "Stop 2, City: Required",
    "Stops, First stop, City: Required",
  ],
  async right(page) {
    await page.getByLabel("Width").fill("60");
    await page.getByLabel("Height").fill("80");
    await page.getByLabel("Unit").selectOption("Cm");
    const first = page.getByRole("group", { name: "First stop" });
    await first.getByLabel("City").fill("Bern");
    await first.getByLabel("Nights").fill("2");
    await press(page, "Add stop");
    await press(page, "Add stop");
    await press(page, "Remove Stop 3");
    const second = page.getByRole("group", { name: "Stop 2" });
    await second.getByLabel("City").fill("Basel");
    await second.getByLabel("Nights").fill("1");
  },
  data: {
    poster: [60, 80, "cm"],
    stops: [
      { city: "Bern", nights: 2 },
      { city: "Basel", nights: 1 },
    ],
  },
  async keyboard(page) {
    await tabTo(page, "Width");
    for (const text of ["60", "80", "c"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("Bern");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2");
    await tabTo(page, "Add stop");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Basel");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1");
  },
};
