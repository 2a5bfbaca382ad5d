import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "collapsed-items",
  async wrong(page) {
    await press(page, "Add chapter");
    await page.getByLabel("Pages").fill("0");
  },
  errors: ["Required", "Must be 1 or more"],
  async right(page) {
    await press(page, "Add chapter");
    await page.getByLabel("Heading").fill("How it began");
    await page.getByLabel("Pages").fill("12");
    await press(page, "Duplicate Chapter 1.*");
    const copy = page.getByRole("listitem").filter({ hasText: "Chapter 2: How it began" });
    if (!(await copy.getByLabel("Pages").isVisible())) await copy.locator("summary").click();
    await copy.getByLabel("Pages").fill("34");
  },
  data: {
    chapters: [
      { heading: "How it began", pages: 12 },
      { heading: "How it began", pages: 34 },
    ],
  },
  async keyboard(page) {
    const { keyboard } = page;
    await tabTo(page, "Add chapter");
    await keyboard.press("Enter");
    await keyboard.type("How it began");
    await keyboard.press("Tab");
    await keyboard.type("12");
    await tabTo(page, "Duplicate Chapter 1: How it began");
    await keyboard.press("Enter");
    await keyboard.press("Tab");
    await keyboard.type("34");
  },
};
