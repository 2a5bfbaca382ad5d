import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { noticed, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "several-messages",
  async run(page) {
    await page.getByLabel("User name").fill("ann");
    await page.getByLabel("Card or customer number").fill("12");
    await press(page, "Check");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual([
      "User name: Use at least six characters",
      "User name: Use a digit",
      "User name: Use a capital letter",
      "Card or customer number: Enter a valid card number",
      "Card or customer number: Or a customer number: begin it with TF",
      "Card or customer number: Or a customer number: end it with four digits",
      "Towns: Enter each town only once",
      "Towns: Put the towns in alphabetical order",
    ]);
    const messages = page.locator("#account-user\\:error .tf-message");
    expect(await messages.allInnerTexts()).toEqual([
      "Use at least six characters",
      "Use a digit",
      "Use a capital letter",
    ]);
    expect(await page.getByLabel("User name").getAttribute("aria-describedby")).toContain(
      "account-user:error",
    );

    await page.getByLabel("User name").fill("Ann2027");
    await page.getByLabel("Card or customer number").fill("TF 0042");
    for (const [number, town] of ["Bergen", "Oslo", "Tromsø"].entries())
      await page.getByRole("textbox", { name: `Town ${number + 1}` }).fill(town);
    await press(page, "Check");
    await noticed(page, "Everything is valid.");
  },
};
