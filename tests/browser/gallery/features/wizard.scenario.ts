import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults } from "../../demo-server.ts";
import { nextPage, press } from "../../next-page.ts";
import { overflow, shownData } from "../gallery-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { summary, uncheck } from "./feature-page.ts";

export const scenario: FeatureScenario = {
  page: "wizard",
  async run(page, hasScript) {
    await expectStep(page, "Step 1 of 3: You");
    await open(page, "summary");
    await expectStep(page, "Step 1 of 3: You");
    await press(page, "Next");
    await expectStep(page, "Step 1 of 3: You");
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("E-mail").fill("ada@example.com");
    // Enter goes forward, not back.
    await nextPage(page, () => page.keyboard.press("Enter"));

    await expectStep(page, "Step 2 of 3: Journey");
    await page.getByLabel("Where to").selectOption("Lisbon");
    await page.getByLabel("Nights").fill("99");
    await press(page, "Back");
    await expectStep(page, "Step 1 of 3: You");
    expect(await page.getByLabel("E-mail").inputValue()).toBe("ada@example.com");
    await press(page, "Next");
    expect(await page.getByLabel("Nights").inputValue()).toBe("99");
    expect(await page.locator(".tf-error").count()).toBe(0);
    await open(page, "extras");
    await expectStep(page, "Step 2 of 3: Journey");
    await uncheck(page);
    await press(page, "Next");
    expect(await summary(page)).toEqual(["Leaving on: Required", "Nights: Must be 30 or less"]);
    await page.getByLabel("Leaving on").fill("2030-05-06");
    await page.getByLabel("Nights").fill("3");
    await press(page, "Next");

    await expectStep(page, "Step 3 of 3: Extras");
    await press(page, "Add Wish");
    await page.getByRole("textbox", { name: "Wish 1" }).fill("Tea");
    await page.getByRole("radio", { name: "Window" }).check();
    await press(page, "Next");

    await expectStep(page, "Summary");
    expect(await page.locator(".summary .tf-value").allInnerTexts()).toEqual([
      "Ada",
      "ada@example.com",
      "Lisbon",
      "May 6, 2030",
      "3",
      "Window",
      "Tea",
    ]);
    if (hasScript) expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await nextPage(page, () => page.locator("a[aria-describedby=summary-journey]").click());
    await page.getByLabel("Nights").fill("4");
    await press(page, "Next");
    await press(page, "Next");
    await uncheck(page);
    await press(page, "Send");
    expect(await summary(page)).toEqual(["All of this is right: Required"]);
    await page.getByLabel("All of this is right").check();
    await press(page, "Send");
    await expectStep(page, "Sent");
    expect(await shownData(page)).toEqual([
      { name: "Ada", email: "ada@example.com" },
      { to: "Lisbon", leaving: { Date: "2030-05-06T00:00:00.000Z" }, nights: 4 },
      { seat: "window", wishes: ["Tea"] },
    ]);
    await open(page, "summary");
    await expectStep(page, "Sent");
    const [cookie] = await page.context().cookies(page.url());
    expect(cookie).toMatchObject({
      name: "wizard",
      httpOnly: true,
      sameSite: "Lax",
      path: "/gallery/wizard",
    });
  },
};

async function open(page: Page, step: string): Promise<void> {
  await page.goto(new URL(step, page.url()).href);
}

/** Checks that the heading, the page's title and the list show the current step. */
async function expectStep(page: Page, heading: string): Promise<void> {
  await page.getByRole("heading", { name: heading, exact: true }).waitFor();
  expect(await page.title()).toContain(heading);
  const current = page.locator("[aria-current=step]");
  expect(await current.count()).toBe(heading.startsWith("Step") ? 1 : 0);
  if (heading.startsWith("Step")) expect(heading.endsWith(await current.innerText())).toBe(true);
}
