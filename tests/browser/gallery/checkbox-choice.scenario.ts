import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "checkbox-choice",
  async wrong(page) {
    await page.getByLabel("Lunch").check();
  },
  errors: ["Choose at least one"],
  async right(page) {
    await page.getByLabel("Sea View").check();
    await page.getByLabel("Wifi").check();
    await page.getByLabel("Dinner").check();
    for (const guest of ["Dog", undefined]) {
      await press(page, "Add Guest");
      if (guest) await page.getByRole("group", { name: "Guest 1" }).getByLabel(guest).check();
    }
  },
  data: {
    wishes: { Set: ["wifi", "sea_view"] },
    meals: ["d"],
    guests: [{ Set: ["dog"] }, { Set: [] }],
  },
  async keyboard(page) {
    for (const name of ["Wifi", "Sea View", "Dinner"]) {
      await tabTo(page, name);
      await page.keyboard.press("Space");
    }
    await tabTo(page, "Add Guest");
    await page.keyboard.press("Enter");
    await tabTo(page, "Dog");
    await page.keyboard.press("Space");
    await tabTo(page, "Add Guest");
    await page.keyboard.press("Enter");
  },
};
