import { expect } from "vitest";
import { press } from "../demo-server.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "limits",
  async wrong(page) {
    await page.getByRole("textbox", { name: "Answer 1" }).fill("Tea");
    await page.getByRole("spinbutton", { name: "Corner 2" }).fill("2");
  },
  errors: ["Question: Required"],
  async right(page) {
    await page.getByLabel("Question").fill("Tea or coffee?");
    await page.getByRole("textbox", { name: "Answer 1" }).fill("Tea");
    await page.getByRole("textbox", { name: "Answer 2" }).fill("Coffee");
    expect(await page.getByRole("button", { name: "Remove Answer 1" }).isDisabled()).toBe(true);
    await press(page, "Add answer");
    await page.getByRole("textbox", { name: "Answer 3" }).fill("Both");
    await press(page, "Add answer");
    await page.getByRole("textbox", { name: "Answer 4" }).fill("None");
    await page.getByText("At most 4 are allowed.", { exact: true }).waitFor();
    await press(page, "Remove Answer 2");
    for (const number of [1, 2, 3])
      await page.getByRole("spinbutton", { name: `Corner ${number}` }).fill(String(number));
  },
  data: { question: "Tea or coffee?", answers: ["Tea", "Both", "None"], corners: [1, 2, 3] },
};
