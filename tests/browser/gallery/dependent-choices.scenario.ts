import type { Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "dependent-choices",
  async wrong(page) {
    await press(page, "Add Day");
    await choose(page, "Country", "Norway", "Oslo");
    await list(page, "City").selectOption("Oslo");
  },
  errors: ["Day 1, Stop 1, Nights: Required"],
  async right(page) {
    await press(page, "Add Day");
    await choose(page, "Country", "Norway", "Oslo");
    await choose(page, "City", "Oslo", "Sagene");
    await list(page, "District").selectOption("Sagene");
    await page.getByLabel("Nights").fill("2");
    await choose(page, "Country", "Switzerland", "Bern");
    await choose(page, "City", "Bern", "Länggasse");
    await list(page, "District").selectOption("Länggasse");
  },
  data: {
    days: [[{ country: "Switzerland", city: "Bern", district: "Länggasse", nights: 2 }]],
    nights: 2,
  },
  async keyboard(page) {
    await tabTo(page, "Add Day");
    await page.keyboard.press("Enter");
    await tabTo(page, "Country");
    await page.keyboard.type("Switz");
    await choice(page, "Bern").waitFor({ state: "attached" });
    await tabTo(page, "City");
    await page.keyboard.type("Bern");
    await choice(page, "Länggasse").waitFor({ state: "attached" });
    await tabTo(page, "District");
    await page.keyboard.type("Läng");
    await tabTo(page, "Nights");
    await page.keyboard.type("2");
  },
};

const list = (page: Page, label: string) => page.getByRole("combobox", { name: new RegExp(`^${label}`) });

const choice = (page: Page, text: string) => page.locator(`option[value="${text}"]`);

/** Chooses an option, and waits until a choice that follows from it is there. Without the script, it presses Update. */
async function choose(page: Page, label: string, option: string, next: string): Promise<void> {
  await list(page, label).selectOption(option);
  const update = page.getByRole("button", { name: new RegExp(`^Update ${label}`) });
  if (await update.isVisible()) await press(page, `Update ${label}`);
  await choice(page, next).waitFor({ state: "attached" });
}
