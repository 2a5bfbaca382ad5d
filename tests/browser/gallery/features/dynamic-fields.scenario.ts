import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { noticed, summary, uncheck } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "dynamic-fields",
  async run(page, hasScript) {
    await page.getByLabel("Question").fill("How many of you?");
    await page.getByLabel("Kind").selectOption("Number");
    if (!hasScript) await press(page, "(Choose|Show).*");
    await page.getByLabel("Least").fill("1");
    expect(await page.getByRole("group", { name: "Choices" }).isVisible()).toBe(false);
    await press(page, "Add question");
    await page.getByLabel("How many of you?").waitFor();
    expect(await page.locator("#answers label").allInnerTexts()).toEqual([
      "Where are you from? *",
      "How do you travel? *",
      "How many of you? *",
    ]);

    await uncheck(page);
    await page.getByLabel("Where are you from?").fill("Oslo");
    await page.getByLabel("How do you travel?").selectOption("Ship");
    await page.getByLabel("How many of you?").fill("0");
    await press(page, "Answer");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual(["How many of you?: Must be 1 or more"]);
    await page.getByLabel("How many of you?").fill("3");
    await press(page, "Answer");
    await noticed(page, "Your answers: Oslo, Ship, 3.");
  },
};
