import type { Locator, Page } from "playwright-core";
import { press } from "../next-page.ts";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const position = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Position ${number}`, exact: true });

/** Shows the fields that depend on a field. Only pages without script have the button. */
async function update(part: Page | Locator, name: string): Promise<void> {
  if (
    await part
      .getByRole("button", { name: `Update ${name}` })
      .first()
      .isVisible()
  )
    await press(part, `Update ${name}`);
}

export const scenario: Scenario = {
  page: "conditions",
  async wrong(page) {
    await page.getByRole("combobox", { name: "Paid by" }).selectOption("company");
    await position(page, 1).getByRole("combobox", { name: "What" }).selectOption("meal");
    await position(page, 1).getByRole("textbox", { name: "Price" }).fill("150");
  },
  errors: ["VAT number: Required", "Position 1, Guests: Required"],
  async right(page) {
    await page.getByRole("combobox", { name: "Paid by" }).selectOption("company");
    await update(page, "Paid by");
    await page.getByLabel("VAT number").fill("CHE-1234");
    await position(page, 1).getByRole("combobox", { name: "What" }).selectOption("hotel");
    await update(position(page, 1), "What");
    await position(page, 1).getByLabel("Nights").fill("2");
    await position(page, 1).getByRole("textbox", { name: "Price" }).fill("120");
  },
  data: {
    payer: "company",
    vat: "CHE-1234",
    positions: [{ what: "hotel", nights: 2, price: 120, sum: 240 }],
  },
  async keyboard(page) {
    const { keyboard } = page;
    await tabTo(page, "Paid by");
    await keyboard.type("Company");
    await tabTo(page, "VAT number");
    await keyboard.type("CHE-1234");
    await tabTo(page, "What");
    await keyboard.type("Hotel");
    await position(page, 1).getByLabel("Nights").waitFor();
    await keyboard.press("Tab");
    await keyboard.type("2");
    await keyboard.press("Tab");
    await keyboard.type("120");
  },
};
