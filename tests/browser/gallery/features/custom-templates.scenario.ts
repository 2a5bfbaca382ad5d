import { expect } from "vitest";
import { press } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { focused, noticed, summary, uncheck } from "./feature-page.ts";

export const scenario: FeatureScenario = {
  page: "custom-templates",
  async run(page) {
    await page.locator("form").getByText("280 characters at most").waitFor();
    await uncheck(page);
    await page.getByLabel("Film").fill("Alien");
    await press(page, "Publish");
    expect(await summary(page)).toEqual(["Stars: Required", "In your words: Required"]);
    await page.getByRole("link", { name: "Stars: Required" }).click();
    await focused(page, "review-stars");

    const help = page.locator("[id='review-stars:help']");
    expect(await help.isVisible()).toBe(false);
    await page.locator("summary").getByText("Why?").click();
    expect(await help.isVisible()).toBe(true);

    const stars = page.getByRole("group", { name: "Stars" });
    await stars.getByRole("radio", { name: "3 stars" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    expect(await stars.getByRole("radio", { name: "4 stars" }).isChecked()).toBe(true);
    await page.getByLabel("In your words").fill("Quiet.");
    await press(page, "Publish");
    await noticed(page, "Alien has 4 of 5 stars.");
  },
};
