import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { shownData } from "../gallery-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "readonly",
  async run(page) {
    const table = page.locator("#table");
    expect(await table.locator("button, select, textarea, input:not([type=hidden])").count()).toBe(0);
    const text = await table.innerText();
    for (const value of ["Left table", "Red, Blue", "Servo", "600", "90", "180"])
      expect(text).toContain(value);

    // A manipulated page posts values for fields that can't be edited.
    await page.evaluate(`(() => {
      const order = document.getElementById("order");
      order.querySelector("[name=price]").disabled = false;
      order.querySelector("[name=price]").value = "0.01";
      order.insertAdjacentHTML("beforeend", '<input type="hidden" name="number" value="1">' +
        '<input type="hidden" name="__start__" value="ship:mapping"><input type="hidden" name="street" value="Elsewhere">' +
        '<input type="hidden" name="__end__" value="ship:mapping">');
    })()`);
    await page.getByLabel("Note").fill("Ring twice");
    await press(page, "Save");
    await page.getByRole("heading", { name: "Result" }).waitFor();
    expect(await shownData(page)).toEqual({
      number: "TF-4711",
      price: 12.5,
      ship: { street: "Storgata 1", country: "Norway" },
      note: "Ring twice",
    });
  },
};
