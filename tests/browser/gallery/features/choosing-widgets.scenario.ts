import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { noticed } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "choosing-widgets",
  async run(page) {
    const plain = page.locator("#plain");
    expect(await plain.getByRole("checkbox", { name: "Loud" }).count()).toBe(1);
    expect(await plain.getByRole("textbox", { name: "Minutes" }).count()).toBe(1);

    const byKinds = page.locator("#by-kinds");
    await byKinds.getByLabel("Title").fill("The door");
    await byKinds.getByRole("switch", { name: "Loud" }).check();
    await byKinds.getByRole("radio", { name: "Dusk" }).check();
    await press(byKinds, "Save");
    await noticed(byKinds, "Saved, with 1 take.");

    const byPaths = page.locator("#by-paths");
    await byPaths.getByLabel("Title").fill("The window");
    await byPaths.getByRole("listbox", { name: "Light" }).selectOption("Night");
    await byPaths.getByRole("slider", { name: "Minutes" }).fill("7");
    expect(await byPaths.locator("textarea").count()).toBeGreaterThan(0);
    await press(byPaths, "Save");
    await noticed(byPaths, "Saved, with 1 take.");
  },
};
