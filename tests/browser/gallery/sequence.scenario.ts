import { press } from "../next-page.ts";
import { tabTo, tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "sequence",
  async wrong(page) {
    await press(page, "Add town");
    await press(page, "Add town");
    await page.getByRole("textbox", { name: "Town 2" }).fill("X");
    await press(page, "Add number");
    await page.getByRole("textbox", { name: "Number 1" }).fill("1.5");
  },
  errors: ["Required", "Enter at least 2 characters", '"1.5" is not a whole number'],
  async right(page) {
    await press(page, "Add town");
    await page.getByRole("textbox", { name: "Town 1" }).fill("Turin");
    await press(page, "Add town");
    await page.getByRole("textbox", { name: "Town 2" }).fill("Turku");
    await press(page, "Move up Town 2");
    await press(page, "Add number");
    await page.getByRole("textbox", { name: "Number 1" }).fill("7");
  },
  data: { towns: ["Turku", "Turin"], numbers: [7] },
  async keyboard(page) {
    const { keyboard } = page;
    await tabToForm(page);
    await keyboard.press("Enter");
    await keyboard.type("Turin");
    await tabTo(page, "Add town");
    await keyboard.press("Enter");
    await keyboard.type("Turku");
    await tabTo(page, "Move up Town 2");
    await keyboard.press("Enter");
    await tabTo(page, "Add number");
    await keyboard.press("Enter");
    await keyboard.type("7");
  },
};
