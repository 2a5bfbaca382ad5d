import { expect } from "vitest";
import type { Page } from "playwright-core";
import { nextPage, press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

async function addRows(page: Page, text: string): Promise<void> {
  await page.getByText("Add from text").click();
  await page.getByRole("textbox", { name: "Rows Guests" }).fill(text);
  await press(page, "Add rows Guests");
}

export const scenario: Scenario = {
  page: "paste",
  async wrong(page) {
    await addRows(page, "Ada,many,suite,perhaps,1 May");
    for (const text of ["many", "suite", "perhaps", "1 May"])
      expect((await page.locator(".tf-summary").innerText()).includes(text)).toBe(true);
  },
  errors: ['"many" is not a number'],
  async right(page) {
    await addRows(
      page,
      "Name,Room,Nights,Breakfast,Arrival\nAda,Single,2,yes,2026-05-01\nAlan,double,3,no,2026-05-02",
    );
    expect(await page.locator("#paste-guests-0-name").evaluate((each) => each.matches(":focus"))).toBe(true);
  },
  data: {
    guests: [
      { name: "Ada", nights: 2, room: "single", breakfast: true, arrival: "2026-05-01" },
      { name: "Alan", nights: 3, room: "double", breakfast: false, arrival: "2026-05-02" },
    ],
  },
  async keyboard(page) {
    const { keyboard } = page;
    await tabTo(page, "Add from text Guests");
    await keyboard.press("Enter");
    await tabTo(page, "Rows Guests");
    await keyboard.type("Ada;2;single;x;2026-05-01");
    await keyboard.press("Enter");
    await keyboard.type("Alan;3;double;;2026-05-02");
    await tabTo(page, "Add rows Guests");
    await nextPage(page, () => keyboard.press("Enter"));
  },
};
