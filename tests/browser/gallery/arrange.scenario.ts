import type { Page } from "playwright-core";
import { tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

/** Chooses a tab. Without JavaScript there are none, and all sections are shown. */
async function chooseTab(page: Page, name: RegExp): Promise<void> {
  const tab = page.getByRole("tab", { name });
  if ((await tab.count()) > 0) await tab.click();
}

export const scenario: Scenario = {
  page: "arrange",
  async wrong(page) {
    await page.getByLabel("Arrival").fill("2027-03-01");
    await chooseTab(page, /^You/);
    await page.getByLabel("Name").first().fill("Ada");
    await page.getByText("For companies", { exact: true }).click();
    await page.getByLabel("VAT number").fill("123");
  },
  errors: [
    "E-mail: Required",
    "City: Required",
    "Guest 1, Name: Required",
    "VAT number: Write the number like",
  ],
  async right(page) {
    await page.getByLabel("Arrival").fill("2027-03-01");
    await page.getByLabel("Nights").fill("3");
    await page.getByLabel("Name").first().fill("Ada");
    await page.getByLabel("E-mail").fill("ada@example.org");
    await chooseTab(page, /^Address/);
    await page.getByLabel("Street").fill("Main Street 1");
    await page.getByLabel("Postal code").fill("8001");
    await page.getByLabel("City").fill("Zürich");
    await chooseTab(page, /^Party/);
    const guest = page.getByRole("group", { name: "Guest 1" });
    await guest.getByLabel("Name").fill("Charles");
    await guest.getByLabel("Age").fill("41");
    await guest.getByLabel("Diet").selectOption("vegan");
    await guest.getByText("Allergies", { exact: true }).first().click();
    await guest.getByRole("textbox", { name: "Allergies" }).fill("Nuts");
  },
  data: {
    name: "Ada",
    email: "ada@example.org",
    zip: "8001",
    city: "Zürich",
    street: "Main Street 1",
    arrival: "2027-03-01",
    nights: 3,
    breakfast: false,
    guests: [{ name: "Charles", age: 41, diet: "vegan", allergies: "Nuts" }],
  },
  async keyboard(page) {
    await tabTo(page, "Arrival");
    await page.keyboard.type("03012027");
    await tabTo(page, "Nights");
    await page.keyboard.type("3");
    await tabTo(page, "Name");
    await page.keyboard.type("Ada");
    await page.keyboard.press("Tab");
    await page.keyboard.type("ada@example.org");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowRight");
    for (const text of ["Main Street 1", "8001", "Zürich"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(text);
    }
    for (let n = 0; n < 3; n++) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("End");
    await tabTo(page, "Name");
    for (const text of ["Charles", "41", "vegan"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Nuts");
  },
};
