import type { Page } from "playwright-core";
import { expect } from "vitest";
import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

async function fill(
  page: Page,
  name: string,
  [year = "", month = "", day = ""]: readonly string[],
): Promise<void> {
  const group = page.getByRole("group", { name });
  await group.getByLabel("Year").fill(year);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Day").fill(day);
}

export const scenario: Scenario = {
  page: "date-parts",
  async wrong(page) {
    await fill(page, "Date of birth", ["1990", "2", "30"]);
    await fill(page, "Card valid until", ["", "12", "31"]);
  },
  errors: ["Date of birth: Invalid date", "Card valid until: Incomplete date"],
  async right(page) {
    await fill(page, "Date of birth", ["1990", "5", "6"]);
    // The example of the help has the order of the controls
    const help = page.getByText(/^For example/);
    const example = (await help.innerText()).match(/\d+/g) ?? [];
    expect(example).toEqual(["27", "12", "31"]);
    await fill(page, "Card valid until", example);
  },
  data: { born: { Date: "1990-05-06T00:00:00.000Z" }, expires: { Date: "2027-12-31T00:00:00.000Z" } },
  async keyboard(page) {
    await tabToForm(page);
    for (const part of ["1990", "5", "6", "27", "12", "31"]) {
      await page.keyboard.type(part);
      await page.keyboard.press("Tab");
    }
  },
};
