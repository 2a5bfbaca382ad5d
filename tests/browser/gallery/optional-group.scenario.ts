import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "optional-group",
  async wrong(page) {
    await page.getByLabel("Include Address").check();
    const address = page.getByRole("group", { name: "Address", exact: true });
    await address.getByLabel("Street").fill("Main Street 1");
    await address.getByLabel("Country").fill("");
  },
  errors: ["Name: Required", "Address, City: Required"],
  async right(page) {
    await page.getByLabel("Name", { exact: false }).first().fill("Ada");
    const invoice = page.getByRole("group", { name: "Invoice" });
    await page.getByLabel("Send the invoice by post").check();
    await invoice.getByLabel("Street").fill("Long Lane 2");
    await invoice.getByLabel("City").fill("Basel");
    // The texts of a group that is left out don't count
    const address = page.getByRole("group", { name: "Address", exact: true });
    await page.getByLabel("Include Address").check();
    await address.getByLabel("Street").fill("Main Street 1");
    await page.getByLabel("Include Address").uncheck();
  },
  data: {
    name: "Ada",
    invoice: { street: "Long Lane 2", city: "Basel", country: "Switzerland" },
    guests: [],
  },
  async keyboard(page) {
    await tabTo(page, "Name");
    await page.keyboard.type("Ada");
    await tabTo(page, "Send the invoice by post");
    await page.keyboard.press("Space");
    for (const text of ["Long Lane 2", "Basel"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(text);
    }
  },
};
