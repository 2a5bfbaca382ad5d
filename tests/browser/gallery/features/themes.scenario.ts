import type { Page } from "playwright-core";
import { expect } from "vitest";
import { nextPage, press } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { noticed, summary, uncheck } from "./feature-page.ts";

export const scenario: FeatureScenario = {
  page: "themes",
  async run(page, hasScript) {
    expect(await lookOf(page)).toEqual({ background: "rgb(10, 107, 69)", corner: "0px" });
    expect(await page.locator("pre").allInnerTexts()).toContainEqual(
      expect.stringContaining("--tf-radius-card: 0;"),
    );
    await book(page);
    await nextPage(page, () => page.getByRole("link", { name: "Dense" }).click());
    expect(await lookOf(page)).toEqual({ background: "rgb(11, 102, 93)", corner: "0px" });
    await book(page);
    await nextPage(page, () => page.getByRole("link", { name: "Bootstrap" }).click());
    expect(await lookOf(page)).toEqual({ background: "rgb(13, 110, 253)", corner: "6px" });
    const sheets: unknown = await page.evaluate(
      `[...document.styleSheets].map(({ href }) => href.replace(/.*\\/|-\\w+(?=\\.css)/g, ""))`,
    );
    expect(sheets).not.toContain("turnform.css");
    expect(sheets).not.toContain("demo.css");
    await book(page);
    if (hasScript) {
      await page.emulateMedia({ colorScheme: "dark" });
      await page.locator("html[data-bs-theme=dark]").waitFor({ state: "attached" });
      const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(background).toBe("rgb(33, 37, 41)");
    }
    await uncheck(page);
    await press(page, "Book");
    expect(await summary(page)).toContain("Hotel: Required");
  },
};

/** Returns the styles of the button, once the stylesheets are there. */
async function lookOf(page: Page): Promise<unknown> {
  await page.waitForLoadState();
  return page.evaluate(`(() => {
    const { backgroundColor, borderTopLeftRadius } = getComputedStyle(document.querySelector(".tf-button-primary"));
    return { background: backgroundColor, corner: borderTopLeftRadius };
  })()`);
}

/** Books two nights for two people, in any theme. */
async function book(page: Page): Promise<void> {
  await page.getByLabel("Hotel").selectOption("Lighthouse");
  await page.getByLabel("Nights").fill("2");
  await press(page, "Add Guest");
  await page.getByRole("group", { name: "Guest 1" }).getByLabel("Name").fill("Ada");
  const second = page.getByRole("group", { name: "Guest 2" });
  await second.getByLabel("Name").fill("Tim");
  await second.getByLabel("Child").check();
  await press(page, "Move up Guest 2");
  expect(await page.getByRole("group", { name: "Guest 1" }).getByLabel("Name").inputValue()).toBe("Tim");
  await press(page, "Book");
  await noticed(page, "Lighthouse, 2 nights: booked.");
}
