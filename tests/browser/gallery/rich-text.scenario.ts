import type { Page } from "playwright-core";
import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

/** Returns the editor, or the text area without JavaScript. */
const textBox = (page: Page, name: RegExp) => page.getByRole("textbox", { name });

export const scenario: Scenario = {
  page: "rich-text",
  async wrong(page) {
    await page.getByLabel("Title").fill("Fr");
    await textBox(page, /^Summary/).fill("Green.");
  },
  errors: ["Enter at least 3 characters", "Required"],
  async right(page) {
    await page.getByLabel("Title").fill("Frogs");
    const text = textBox(page, /^Text/);
    const isEditor = (await text.getAttribute("contenteditable")) !== null;
    await text.fill(isEditor ? "Frogs are green" : "<p>Frogs are green</p>");
  },
  data: { title: "Frogs", text: "<p>Frogs are green</p>" },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.type("Frogs");
    // Passes the toolbar and the text of the summary, and the toolbar of the text.
    for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("Frogs are green");
  },
};
