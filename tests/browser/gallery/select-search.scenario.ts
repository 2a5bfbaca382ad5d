import type { Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "select-search",
  async wrong(page) {
    await choose(page, "Visited", "Italy", "Norway", "France", "Austria", "Belgium");
    await press(page, "Add Stop");
  },
  errors: ["Home: Required", "Choose at most 4", "Stop 1: Required"],
  async right(page) {
    await choose(page, "Home", "Denmark");
    await choose(page, "Visited", "Italy", "Norway");
    await press(page, "Add Stop");
    await choose(page, "Stop 1", "Finland");
  },
  data: { home: "Denmark", visited: { Set: ["Italy", "Norway"] }, stops: ["Finland"] },
  async keyboard(page) {
    await tabTo(page, "Home");
    await page.keyboard.type("den");
    await page.keyboard.press("Enter");
    await tabTo(page, "Visited");
    for (const word of ["ital", "norw"]) {
      await page.keyboard.type(word);
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("Escape");
    await tabTo(page, "Add Stop");
    await page.keyboard.press("Enter");
    await page.keyboard.type("fin");
    await page.keyboard.press("Enter");
  },
};

/** Types and chooses. Without script, the field is a plain select. */
async function choose(page: Page, label: string, ...options: string[]): Promise<void> {
  const search = page.getByRole("combobox", { name: label }).and(page.locator("input"));
  if ((await search.count()) === 0) {
    await page.locator("select").and(page.getByLabel(label)).selectOption(options);
    return;
  }
  for (const option of options) {
    await search.fill(option.slice(0, 4));
    await page.getByRole("option", { name: option }).and(page.locator(".option")).click();
  }
  await page.keyboard.press("Escape");
}
