import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { focused, isMarked, mark, noticed, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "fetch-in-place",
  async run(page, hasScript) {
    await page.getByLabel("To").fill("ann@example.org");
    await page.getByLabel("Text").fill("Hello!");
    await mark(page);
    await press(page, "Send");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual(["To: Enter another address: nobody reads mail there"]);
    await focused(page, "message:summary");

    await page.getByLabel("To").fill("ann@example.com");
    await press(page, "Send");
    await noticed(page, "Your message to ann@example.com is on its way.");
    expect(await isMarked(page)).toBe(hasScript);
    await focused(page, "message:notice");
    expect(await page.title()).not.toContain("Error");
    expect(await page.getByLabel("Text").inputValue()).toBe("");
  },
};
