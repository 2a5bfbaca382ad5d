import { expect } from "vitest";
import { press } from "../../next-page.ts";
import { focused, noticed, summary } from "./feature-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";

export const scenario: FeatureScenario = {
  page: "cross-field-checks",
  async run(page) {
    await page.getByLabel("Room").selectOption("Attic");
    await page.getByLabel("Guests").fill("3");
    await page.getByLabel("Arrival").fill("2027-05-10");
    await page.getByLabel("Departure").fill("2027-05-08");
    await page.getByLabel("Password").fill("correct horse");
    await page.getByLabel("Confirmation").fill("correct house");
    await press(page, "Book");
    await page.locator(".tf-summary").waitFor();
    expect(await summary(page)).toEqual([
      "3 guests do not fit into 2 beds",
      "Room: Choose another room: this one is taken",
      "Guests: At most 2",
      "Departure: Must be after the arrival",
      "Confirmation: Enter the same password twice",
    ]);
    await focused(page, "booking:summary");
    await page.getByRole("link", { name: "Departure" }).click();
    await focused(page, "booking-departure");

    await page.getByLabel("Room").selectOption("Garden");
    await page.getByLabel("Beds").fill("4");
    await page.getByLabel("Departure").fill("2027-05-12");
    await page.getByLabel("Password").fill("correct horse");
    await page.getByLabel("Confirmation").fill("correct horse");
    await press(page, "Book");
    await noticed(page, "The garden is yours for 2 nights.");
    await focused(page, "booking:notice");
  },
};
