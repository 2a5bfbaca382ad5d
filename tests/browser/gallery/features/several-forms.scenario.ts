import { expect } from "vitest";
import { press } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "several-forms",
  async run(page) {
    await page.getByLabel("Name").fill("Ann");
    await press(page, "Save Profile");
    await page.getByText("Hello, Ann.").waitFor();
    await page.getByLabel("Old password").fill("secret");
    await page.getByLabel("New password").fill("short");
    await page.evaluate(`document.querySelectorAll("form").forEach((form) => (form.noValidate = true))`);
    await press(page, "Change Password");
    expect(await page.locator("#password .tf-error").innerText()).toContain("Enter at least 8 characters");
    expect(await page.locator("#profile .tf-error").count()).toBe(0);
  },
};
