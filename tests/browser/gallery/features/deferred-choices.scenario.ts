import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { noticed, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "deferred-choices",
  async run(page) {
    const seats = page
      .getByRole("radiogroup", { name: "Seat for" })
      .or(page.getByRole("group", { name: "Seat for" }));
    expect(await seats.locator("label").allInnerTexts()).toEqual(["A1", "A2", "C7"]);
    await page.getByLabel("Film").selectOption("Nosferatu");
    await press(page, "Show");
    await page.getByText("Seat for Nosferatu").waitFor();
    expect(await page.getByLabel("Film").inputValue()).toBe("nosferatu");
    expect(await seats.locator("label").allInnerTexts()).toEqual(["B3", "B4"]);

    await page.evaluate(`document.querySelector("#booking [value=B4]").value = "A1"`);
    await page.getByLabel("B4").check();
    await press(page, "Book");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual(["Seat for Nosferatu: Choose one of the options"]);

    await page.getByLabel("B3").check();
    await press(page, "Book");
    await noticed(page, "Seat B3 for Nosferatu is yours.");
  },
};
