import type { Locator, Page } from "playwright-core";
import { showCase, tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const guest = (page: Page): Locator => page.getByRole("group", { name: "Guest" });

/** Chooses the option of the union, and shows its fields. */
async function choose(page: Page, option: string): Promise<void> {
  await guest(page).getByLabel("Option").selectOption(option);
  await showCase(guest(page));
}

export const scenario: Scenario = {
  page: "zod-types",
  async wrong(page) {
    await choose(page, "Person");
    await guest(page).getByLabel("Name").fill("Ada");
    await guest(page).getByLabel("Born").fill("long ago");
    await page.getByLabel("Single").fill("-1");
    await page.getByLabel("Web site").fill("example");
  },
  errors: [
    'Guest, Born: "long ago" is not a number',
    "Nights: Required",
    "Beds, Single: Must be 0 or more",
    "Beds, Double: Required",
    "Arrival: Required",
    "Web site: Enter a URL, such as https://example.com",
  ],
  async right(page) {
    await choose(page, "Person");
    await choose(page, "Company");
    await guest(page).getByLabel("Company").fill("Turntables Ltd");
    await page.getByLabel("Nights").selectOption("2");
    await page.getByLabel("Single").fill("1");
    await page.getByLabel("Double").fill("0");
    await page.getByLabel("Date").fill("2026-05-06");
    await page.getByLabel("Time (UTC)").fill("15:00");
  },
  data: {
    guest: { company: "Turntables Ltd" },
    nights: 2,
    beds: { single: 1, double: 0 },
    arrival: "2026-05-06T15:00:00Z",
    site: "",
  },
  async keyboard(page) {
    await tabTo(page, "Option");
    await page.keyboard.type("c");
    await tabTo(page, "Company");
    await page.keyboard.type("Turntables Ltd");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0");
    await page.keyboard.press("Tab");
    await page.keyboard.type("05062026");
    await tabTo(page, "Time (UTC)");
    await page.keyboard.type("0300PM");
  },
};
