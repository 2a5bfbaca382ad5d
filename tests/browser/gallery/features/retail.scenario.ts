import { expect } from "vitest";
import { press } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { focused, summary, uncheck } from "./feature-page.ts";

export const scenario: FeatureScenario = {
  page: "retail",
  async run(page) {
    await uncheck(page);
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("ZIP code").fill("x");
    await press(page, "Order");
    expect(await summary(page)).toEqual([
      "Where to, Street: Required",
      "Where to, ZIP code: Enter four or five digits",
      "Where to, City: Required",
      "Size: Required",
    ]);
    await focused(page, "order:summary");
    await page.getByRole("link", { name: "ZIP code" }).click();
    await focused(page, "order-address-zip");
    const zip = page.getByLabel("ZIP code");
    const describedBy = (await zip.getAttribute("aria-describedby")) ?? "";
    expect(await page.locator(`[id="${describedBy}"]`).innerText()).toContain("Enter four or five digits");

    const group = page.getByRole("group", { name: "Where to" });
    await group.getByLabel("Street").fill("Main Street 1");
    await zip.fill("1234");
    await group.getByLabel("City").fill("Bern");
    await page.getByLabel("It is a gift").check();
    await page.getByLabel("Size").selectOption("large");
    // The label comes after its control.
    const [control, label] = [page.getByLabel("Name"), page.locator("[id='order-name:label']")];
    expect((await label.boundingBox())?.x).toBeGreaterThan((await control.boundingBox())?.x ?? Infinity);
    await press(page, "Order");
    await page.getByText("A large one goes to Ada, Main Street 1, Bern.").waitFor();
    expect(await page.locator("#pairs").innerText()).toContain("address:mapping");
  },
};
