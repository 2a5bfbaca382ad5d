import type { Page } from "playwright-core";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "tags",
  async wrong(page) {
    await add(page, "Subjects", "a word that is too long");
  },
  errors: ["Enter at most 12 characters"],
  async right(page) {
    await add(page, "Subjects", "<b>dusk</b>");
    await add(page, "People", "Ada");
  },
  data: { subjects: ["<b>dusk</b>"], people: { Set: ["Ada"] } },
  async keyboard(page) {
    await tabTo(page, "Subjects");
    await page.keyboard.type("<b>dusk</b>");
    await page.keyboard.press("Enter");
    await tabTo(page, "People");
    await page.keyboard.type("Ada");
    await page.keyboard.press("Tab");
  },
};

/** Types a word. Without script, the list has an extra field for it. */
async function add(page: Page, label: string, word: string): Promise<void> {
  const search = page.getByRole("combobox", { name: label }).and(page.locator("input"));
  if ((await search.count()) === 0) return page.getByRole("textbox", { name: `${label} new` }).fill(word);
  await search.fill(word);
  await search.press("Enter");
  await search.press("Escape");
}
