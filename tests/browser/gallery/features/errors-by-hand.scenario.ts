import { expect } from "vitest";
import { nextPage, press } from "../../next-page.ts";
import { focused, noticed, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "errors-by-hand",
  async run(page) {
    await page.getByLabel("Name of the team").fill("Owls");
    await page.getByRole("textbox", { name: "Player" }).fill("Dee");
    await press(page, "Save");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual(["Name of the team: Choose another name: this one is taken"]);
    await focused(page, "team:summary");
    expect(await page.getByRole("textbox", { name: "Player" }).inputValue()).toBe("Dee");
    await page.getByLabel("Name of the team").fill("Rooks");
    await press(page, "Save");
    await noticed(page, "Good luck, Rooks!");

    await nextPage(page, () => page.getByRole("link", { name: "Last year’s team" }).click());
    expect(await summary(page)).toEqual([
      "Confirm the team for this year",
      "Player 2: Has left the club",
      "Player 2: Owes a fee",
    ]);
    await page.getByRole("link", { name: "Player 2: Has left" }).click();
    expect(await page.locator(":focus").inputValue()).toBe("Bob");
  },
};
