import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "mapping",
  async wrong(page) {
    await page.getByText("Extras", { exact: true }).click();
    await page.getByLabel("Note").fill("x".repeat(80));
    await page.getByRole("group", { name: "Bill to" }).getByLabel("City").fill("Basel");
  },
  errors: ["Name: Required", "Deliver to, Street: Required", "Bill to, Street: Required"],
  async right(page) {
    await page.getByLabel("Name").fill("Ada");
    const deliver = page.getByRole("group", { name: "Deliver to" });
    await deliver.getByLabel("Street").fill("Main Street 1");
    await deliver.getByLabel("City").fill("Bern");
    const bill = page.getByRole("group", { name: "Bill to" });
    await bill.getByLabel("Street").fill("Long Lane 2");
    await bill.getByLabel("City").fill("Basel");
    await page.getByText("Extras", { exact: true }).click();
    await page.getByLabel("Wrap it as a gift").check();
  },
  data: {
    name: "Ada",
    deliverTo: { street: "Main Street 1", city: "Bern" },
    billTo: { street: "Long Lane 2", city: "Basel" },
    extras: { gift: true },
  },
  async keyboard(page) {
    await tabTo(page, "Name");
    for (const text of ["Ada", "Main Street 1", "Bern", "Long Lane 2", "Basel"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await tabTo(page, "Wrap it as a gift");
    await page.keyboard.press("Space");
  },
};
