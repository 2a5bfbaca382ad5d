import { expect } from "vitest";
import type { Page } from "playwright-core";
import { click, nextPage } from "../../next-page.ts";
import { focused, noticed, summary, uncheck } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

/** Presses a button by its id, because a search by name takes long on this page. */
async function pressById(page: Page, id: string): Promise<void> {
  await click(page.locator(`[id="${id}"]`));
}

/** Waits until a part, counted from 0, has a name. */
async function named(page: Page, at: number, name: string): Promise<void> {
  const part = page.locator(`#stock input[name="name"]`).nth(at);
  await part.and(page.locator(`[value="${name}"]`)).waitFor();
}

async function countAll(page: Page, count: number): Promise<void> {
  await page.evaluate(`document.getElementsByName("count").forEach((input) => (input.value = "${count}"))`);
}

export const scenario: FeatureScenario = {
  page: "thousand-items",
  async run(page, hasScript) {
    const short = page.url();
    await nextPage(page, () => page.getByRole("link", { name: "Show a thousand" }).click());
    await named(page, 999, "Part 1000");
    await pressById(page, "stock-parts-999:up");
    await named(page, 998, "Part 1000");
    // Without script, the answer to each press has two megabytes.
    if (hasScript) {
      await pressById(page, "stock-parts-0:remove");
      await named(page, 997, "Part 1000");
      await pressById(page, "stock-parts:add");
      await page.locator(`#stock input[name="name"]`).nth(999).fill("Part 1001");
    }

    await uncheck(page);
    await countAll(page, -1);
    await click(page.locator("#stock .tf-button-primary"));
    const errors = await summary(page);
    expect(errors).toHaveLength(51);
    expect(errors.at(0)).toBe("Part 1, Count: Must be 0 or more");
    expect(errors.at(-1)).toContain("950");
    await focused(page, "stock:summary");
    expect(await page.locator(".tf-error").count()).toBe(1000);
    await named(page, hasScript ? 997 : 998, "Part 1000");
    await named(page, 999, hasScript ? "Part 1001" : "Part 999");

    if (hasScript) {
      await countAll(page, 1);
      await click(page.locator("#stock .tf-button-primary"));
      await noticed(page, "1000 parts are saved.");
    }
    // axe needs half a minute for so many items.
    await page.goto(short);
  },
};
