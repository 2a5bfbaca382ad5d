import type { Locator, Page } from "playwright-core";
import { addKind, showCase, tabTo } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

const payment = (page: Page): Locator => page.getByRole("group", { name: "Payment" });

export const scenario: Scenario = {
  page: "union",
  async wrong(page) {
    await payment(page).getByLabel("Card").check();
    await showCase(payment(page));
    await payment(page).getByLabel("Number").fill("12");
    await addKind(page, "Shape", "Circle");
  },
  errors: [
    "Payment, Holder: Required",
    "Payment, Number: Use the expected format",
    "Shape 1, Radius: Required",
  ],
  async right(page) {
    await payment(page).getByLabel("Bank transfer").check();
    await showCase(payment(page));
    await payment(page).getByLabel("IBAN").fill("CH9300762011623852957");
    await addKind(page, "Shape", "Circle");
    const shape = page.getByRole("group", { name: "Shape 1" });
    await shape.getByLabel("Kind").selectOption("Rectangle");
    await showCase(shape);
    await shape.getByLabel("Width").fill("3");
    await shape.getByLabel("Height").fill("4");
  },
  data: {
    payment: { method: "transfer", iban: "CH9300762011623852957" },
    shapes: [{ kind: "rectangle", width: 3, height: 4 }],
  },
  async keyboard(page) {
    await tabTo(page, "Card");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "IBAN");
    await page.keyboard.type("CH9300762011623852957");
    await tabTo(page, "Add shape");
    for (const key of ["Enter", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.keyboard.type("3");
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
  },
};
