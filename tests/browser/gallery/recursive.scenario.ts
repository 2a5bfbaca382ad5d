import { press } from "../next-page.ts";
import { tabToForm } from "./gallery-page.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "recursive",
  async wrong(page) {
    await press(page, "Add part");
    await press(page.getByRole("group", { name: "Part 1", exact: true }), "Add part.*");
  },
  errors: ["Required"],
  async right(page) {
    await page.getByLabel("Name").fill("Turntable");
    await press(page, "Add part.*");
    const arm = page.getByRole("group", { name: "Part 1", exact: true });
    await arm.getByLabel("Name").fill("Arm");
    await press(arm, "Add part.*");
    const needle = arm.getByRole("group", { name: "Part 1 of Part 1", exact: true });
    await needle.getByLabel("Name").fill("Needle");
  },
  data: {
    machine: {
      name: "Turntable",
      parts: [{ name: "Arm", parts: [{ name: "Needle", parts: [] }] }],
    },
  },
  async keyboard(page) {
    const { keyboard } = page;
    await tabToForm(page);
    for (const name of ["Turntable", "Arm", "Needle"]) {
      await keyboard.type(name);
      if (name === "Needle") break;
      await keyboard.press("Tab");
      await keyboard.press("Enter");
    }
  },
};
