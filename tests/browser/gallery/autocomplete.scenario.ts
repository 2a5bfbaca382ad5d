import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "autocomplete",
  async wrong(page) {
    await page.getByRole("combobox", { name: "From" }).fill("Bern");
    await press(page, "Add Stop");
  },
  errors: ["To: Required", "Stop 1: Required"],
  async right(page) {
    await page.getByRole("combobox", { name: "From" }).fill("Bern");
    await page.locator("input").and(page.getByLabel("To *")).fill("Elsewhere");
    await press(page, "Add Stop");
    await page.getByRole("combobox", { name: "Stop 1" }).fill("Zürich");
  },
  data: { from: "Bern", to: "Elsewhere", via: ["Zürich"] },
  async keyboard(page) {
    await tabTo(page, "From");
    await page.keyboard.type("ber");
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await tabTo(page, "To");
    await page.keyboard.type("Elsewhere");
    await tabTo(page, "Add Stop");
    await page.keyboard.press("Enter");
    await page.keyboard.type("zur");
    for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
  },
};
