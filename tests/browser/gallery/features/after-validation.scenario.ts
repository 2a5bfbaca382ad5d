import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { focused, noticed, summary, uncheck } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "after-validation",
  async run(page) {
    await uncheck(page);
    await page.getByLabel("Place").fill("Oslo");
    await page.getByLabel("Degrees").fill("100");
    await press(page, "Save");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toHaveLength(2);
    expect(await page.getByLabel("Place").inputValue()).toBe("Oslo");

    await press(page, "Fill with a sample");
    await page.locator(".tf-summary").waitFor({ state: "detached" });
    expect(await page.getByLabel("Place").inputValue()).toBe("Tromsø");
    expect(await page.getByLabel("Degrees").inputValue()).toBe("-4.5");

    await press(page, "Save");
    await noticed(page, "-4.5 °C is saved.");
    await focused(page, "reading:notice");
    expect(await page.getByLabel("Date").inputValue()).toBe("2027-01-15");
    expect(await page.getByLabel("Degrees").inputValue()).toBe("");
  },
};
