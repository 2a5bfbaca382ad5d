import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "item-titles",
  async wrong(page) {
    await press(page, "Travel on");
    await page.getByLabel("Nights").fill("0");
  },
  errors: ["Required", "Must be 1 or more"],
  async right(page) {
    await press(page, "Travel on");
    await page.getByLabel("Town").fill("Turin");
    await page.getByLabel("Nights").fill("2");
    await press(page, "Travel on");
    await page.getByLabel("Town").nth(1).fill("Turku");
    await page.getByLabel("Nights").nth(1).fill("3");
    await press(page, "Travel on");
    await page.getByLabel("Town").nth(2).fill("Tours");
    await page.getByLabel("Nights").nth(2).fill("1");
    await press(page, "Remove Stop 2: Turku");
  },
  data: {
    stops: [
      { town: "Turin", nights: 2 },
      { town: "Tours", nights: 1 },
    ],
  },
  async keyboard(page) {
    const { keyboard } = page;
    for (const [town, nights] of [
      ["Turin", "2"],
      ["Turku", "3"],
      ["Tours", "1"],
    ] as const) {
      await tabTo(page, "Travel on");
      await keyboard.press("Enter");
      await keyboard.type(town);
      await keyboard.press("Tab");
      await keyboard.type(nights);
    }
    await tabTo(page, "Remove Stop 2: Turku");
    await keyboard.press("Enter");
  },
};
