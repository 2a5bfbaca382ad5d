import type { Locator, Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const team = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Team ${number}`, exact: true });

export const scenario: Scenario = {
  page: "sequence-of-sequences",
  async wrong(page) {
    await press(page, "Add team");
    await press(page, "Add player of Team 1");
  },
  errors: ["Required"],
  async right(page) {
    await press(page, "Add team");
    await press(page, "Add player of Team 1");
    await team(page, 1).getByRole("textbox", { name: "Player 1" }).fill("Ada");
    await press(page, "Add player of Team 1");
    await team(page, 1).getByRole("textbox", { name: "Player 2" }).fill("Grace");
    await press(page, "Add team");
    await press(page, "Move up Team 2");
    await press(team(page, 2), "Move up Player 2");
  },
  data: { teams: [[], ["Grace", "Ada"]] },
  async keyboard(page) {
    const { keyboard } = page;
    await tabTo(page, "Add team");
    await keyboard.press("Enter");
    for (const name of ["Ada", "Grace"]) {
      await tabTo(page, "Add player of Team 1");
      await keyboard.press("Enter");
      await keyboard.type(name);
    }
    await keyboard.press("Alt+ArrowUp");
    await tabTo(page, "Add team");
    await keyboard.press("Enter");
    await tabTo(page, "Move up Team 2");
    await keyboard.press("Enter");
  },
};
