import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { focused, isMarked, mark, noticed, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "live-checks",
  async run(page, hasScript) {
    await mark(page);
    const team = page.getByLabel("Team");
    const errors = page.locator(".tf-error");
    const error = (text: string) => errors.filter({ hasText: text });
    await team.fill("red");
    await page.getByLabel("Email").fill("red");
    await page.getByLabel("Password").focus();
    if (hasScript) {
      await error("Enter a valid email address").waitFor();
      await error("Choose another name: this team exists").waitFor();
      expect(await errors.count()).toBe(2);
      await focused(page, "team-secret");
      expect(await page.locator(".tf-summary").count()).toBe(0);
      await noticed(page, "Email: Enter a valid email address");
      await team.fill("green");
      await page.getByLabel("Email").focus();
      await error("this team exists").waitFor({ state: "detached" });
      await page.getByLabel("Age").fill("15");
      await page.getByLabel("Password").focus();
      await error("Members are at least 16").waitFor();
      // The email is still wrong, and the password was left without a text
      expect(await errors.count()).toBe(3);
    } else {
      await team.fill("green");
      await page.getByLabel("Age").fill("15");
    }
    await press(page, "Register");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual([
      "Email: Enter a valid email address",
      "Password: Required",
      "Member 1, Name: Required",
      "Member 1, Age: Members are at least 16",
    ]);
    await focused(page, "team:summary");

    await page.getByLabel("Email").fill("green@example.org");
    await page.getByLabel("Password").fill("correct horse");
    await page.getByRole("textbox", { name: /^Name/ }).fill("Ann");
    await page.getByLabel("Age").fill("16");
    await press(page, "Register");
    await noticed(page, "The team green is registered.");
    expect(await isMarked(page)).toBe(hasScript);
  },
};
