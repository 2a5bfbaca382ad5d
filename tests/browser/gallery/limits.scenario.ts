import { expect } from "vitest";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "limits",
  async wrong(page) {
    await page.getByRole("textbox", { name: "Answer 1" }).fill("Tea");
    await page.getByRole("textbox", { name: "Corner 2" }).fill("2");
  },
  errors: ["Question: Required"],
  async right(page) {
    await page.getByLabel("Question").fill("Tea or coffee?");
    await page.getByRole("textbox", { name: "Answer 1" }).fill("Tea");
    await page.getByRole("textbox", { name: "Answer 2" }).fill("Coffee");
    expect(
      await page.getByRole("button", { name: "Remove Answer 1", includeHidden: true }).isDisabled(),
    ).toBe(true);
    await press(page, "Add answer");
    await page.getByRole("textbox", { name: "Answer 3" }).fill("Both");
    await press(page, "Add answer");
    await page.getByRole("textbox", { name: "Answer 4" }).fill("None");
    await page.getByText("At most 4 are allowed.", { exact: true }).waitFor();
    await press(page, "Remove Answer 2");
    for (const number of [1, 2, 3])
      await page.getByRole("textbox", { name: `Corner ${number}` }).fill(String(number));
  },
  data: { question: "Tea or coffee?", answers: ["Tea", "Both", "None"], corners: [1, 2, 3] },
  async keyboard(page) {
    const { keyboard } = page;
    await tabTo(page, "Question");
    await keyboard.type("Tea or coffee?");
    for (const [number, answer] of ["Tea", "Both"].entries()) {
      await tabTo(page, `Answer ${number + 1}`);
      await keyboard.type(answer);
    }
    await tabTo(page, "Add answer");
    await keyboard.press("Enter");
    await keyboard.type("None");
    for (const number of [1, 2, 3]) {
      await tabTo(page, `Corner ${number}`);
      await keyboard.type(String(number));
    }
  },
};
