import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "select",
  async wrong(page) {
    await page.getByLabel("Other colours").selectOption(["Red", "Green", "Dark Blue"]);
    await press(page, "Add Pack");
  },
  errors: ["Colour: Required", "Size: Required", "Choose at most 2", "Pack 1: Required"],
  async right(page) {
    await page.getByRole("combobox", { name: "Colour" }).selectOption("Green");
    await page.getByLabel("Size").selectOption("Large");
    await page.getByLabel("Print").selectOption("Owl");
    await page.getByLabel("Other colours").selectOption(["Red", "Dark Blue"]);
    await press(page, "Add Pack");
    await page.getByRole("combobox", { name: "Pack 1" }).selectOption("of three");
  },
  data: { colour: "green", size: "l", print: "owl", others: { Set: ["red", "dark_blue"] }, packs: [3] },
  async keyboard(page) {
    await tabTo(page, "Colour");
    await page.keyboard.type("Green");
    await tabTo(page, "Size");
    await page.keyboard.type("Large");
    await tabTo(page, "Print");
    await page.keyboard.type("Owl");
    await tabTo(page, "Acceptable other colours");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Control+Space");
    await tabTo(page, "Add Pack");
    await page.keyboard.press("Enter");
    await page.keyboard.type("of");
  },
};
