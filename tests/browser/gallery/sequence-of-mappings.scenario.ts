import type { Locator, Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const person = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Person ${number}`, exact: true });

export const scenario: Scenario = {
  page: "sequence-of-mappings",
  async wrong(page) {
    await person(page, 1).getByLabel("Email").fill("nobody");
  },
  errors: ["Required", "Enter a valid email address"],
  async right(page) {
    await person(page, 1).getByLabel("Name").fill("Ada");
    await person(page, 1).getByLabel("Email").fill("ada@example.com");
    await press(page, "Duplicate Person 1");
    await person(page, 2).getByLabel("Name").fill("Grace");
    await person(page, 2).getByLabel("Gives a talk").check();
    await press(page, "Move down Person 1");
  },
  data: {
    people: [
      { name: "Grace", email: "ada@example.com", speaks: true },
      { name: "Ada", email: "ada@example.com", speaks: false },
    ],
  },
  async keyboard(page) {
    const { keyboard } = page;
    await tabTo(page, "Name");
    await keyboard.type("Ada");
    await keyboard.press("Tab");
    await keyboard.type("ada@example.com");
    await tabTo(page, "Duplicate Person 1");
    await keyboard.press("Enter");
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("Grace");
    await tabTo(page, "Gives a talk");
    await keyboard.press("Space");
    await keyboard.press("Alt+ArrowUp");
  },
};
