import { expect } from "vitest";
import { nextPage, press } from "../../next-page.ts";
import { focused, noticed } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "buttons",
  async run(page) {
    const subject = page.getByLabel("Subject");
    for (const [text, name] of [
      ["Keep as a draft", "draft"],
      ["Discard", "discard"],
      ["Send", "send"],
    ] as const) {
      await press(page, text);
      await noticed(page, `You pressed “${name}”.`);
    }
    await focused(page, "letter:notice");
    await nextPage(page, () => subject.press("Enter"));
    await noticed(page, "You pressed “send”.");

    await subject.fill("Something else");
    await press(page, "Undo changes");
    expect(await subject.inputValue()).toBe("Minutes of the meeting");
    expect(await page.getByRole("button", { name: "Print" }).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Keep as a draft" }).getAttribute("accesskey")).toBe("d");
    expect(await page.getByRole("link", { name: "All pages" }).getAttribute("href")).toBe("/gallery");
  },
};
