import { expect } from "vitest";
import { nextPage, press } from "../../next-page.ts";
import { focused, isMarked, mark, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "fetch-with-redirect",
  async run(page, hasScript) {
    await page.getByLabel("Name").fill("Ann");
    await page.getByLabel("Row").fill("13");
    await mark(page);
    await press(page, "Reserve");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual(["Row: Choose another row: there is no row 13"]);
    expect(await isMarked(page)).toBe(hasScript);
    await focused(page, "seat:summary");
    expect(await page.title()).toMatch(/^Error: /);

    await page.getByLabel("Row").fill("12");
    await nextPage(page, () => press(page, "Reserve"));
    expect(await page.getByRole("heading", { name: "Thank you" }).count()).toBe(1);
    expect(page.url()).toMatch(/\/fetch-with-redirect\/thanks$/);
  },
};
