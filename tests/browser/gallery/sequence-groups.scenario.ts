import type { Locator, Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo, tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const list = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true });

export const scenario: Scenario = {
  page: "sequence-groups",
  async wrong(page) {
    await press(list(page, "To do"), "Add task.*");
    await list(page, "To do").getByLabel("Hours").fill("-1");
  },
  errors: ["Required", "Must be 0 or more"],
  async right(page) {
    await press(list(page, "Done"), "Add task.*");
    await list(page, "Done").getByLabel("What").fill("Think");
    await list(page, "Done").getByLabel("Hours").fill("8");
  },
  data: { open: [], done: [{ what: "Think", hours: 8 }] },
  async keyboard(page) {
    const { keyboard } = page;
    await tabToForm(page);
    await keyboard.press("Enter");
    await keyboard.type("Think");
    await tabTo(page, "Hours");
    await keyboard.type("8");
    await keyboard.press("Alt+ArrowDown");
  },
};
