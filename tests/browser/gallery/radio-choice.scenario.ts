import { press } from "../next-page.ts";
import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "radio-choice",
  async wrong(page) {
    await press(page, "Add Guest");
    await page.getByLabel("Reduced").check();
  },
  errors: ["By the window: Required", "Guest 1: Required"],
  async right(page) {
    await page.getByLabel("Full Price").check();
    await page.getByRole("group", { name: "Zone" }).getByLabel("2").check();
    await page.getByLabel("No", { exact: true }).check();
    for (const [index, guest] of ["Adult", "Child"].entries()) {
      await press(page, "Add Guest");
      await page
        .getByRole("group", { name: `Guest ${index + 1}` })
        .getByLabel(guest)
        .check();
    }
  },
  data: { fare: "full_price", zone: 2, window: false, guests: ["adult", "child"] },
  async keyboard(page) {
    await tabToForm(page);
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    for (const keys of [["Space"], ["Space", "ArrowRight"]]) {
      await page.keyboard.press("Tab");
      // Skips the button that removes the previous guest.
      while (!(await page.evaluate(`document.activeElement.matches(".tf-add")`)))
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      for (const key of keys) await page.keyboard.press(key);
    }
  },
};
