import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { shownData } from "../gallery-page.ts";
import { summary, uncheck } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

const wrong: readonly (readonly [schema: unknown, message: string])[] = [
  ["{ turn }", "JSON"],
  [{ type: "string" }, "Paste a schema of the type “object”"],
  [
    {
      type: "object",
      properties: { a: { type: "object", properties: { b: { not: {} } }, required: ["b"] } },
      required: ["a"],
    },
    "a.b",
  ],
];

export const scenario: FeatureScenario = {
  page: "json-schema-import",
  async run(page) {
    const schema = page.getByLabel("JSON Schema");
    const sample = await schema.inputValue();
    for (const [each, message] of wrong) {
      await schema.fill(typeof each === "string" ? each : JSON.stringify(each));
      await press(page, "Draw");
      await page.locator(".tf-summary", { hasText: message }).waitFor();
    }

    await schema.fill(sample);
    await press(page, "Draw");
    await page.getByRole("group", { name: "Talks" }).waitFor();
    expect(await schema.inputValue()).toBe(sample);
    expect(await page.getByLabel("Seats").inputValue()).toBe("12");
    await page.getByLabel("Name").fill("Turning tables");
    await page.getByLabel("Level").selectOption("Beginners");
    await page.getByLabel("Seats").fill("31");
    await press(page, "Add Talk");
    await page.getByLabel("By").fill("Ann");
    await uncheck(page);
    await press(page, "Submit");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual(["Seats: Must be 30 or less"]);

    await page.getByLabel("Seats").fill("30");
    await press(page, "Submit");
    await page.getByRole("heading", { name: "Result" }).waitFor();
    expect(await shownData(page)).toEqual({
      name: "Turning tables",
      level: "beginners",
      seats: 30,
      talks: [{ by: "Ann" }],
    });
  },
};
