import { tabToForm } from "./gallery-page.ts";
import { typeAndLeave } from "./next-control.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "time-input",
  async wrong(page) {
    await page.getByLabel("Opens at").fill("05:59");
  },
  errors: ["Opens at: Must be 6:00 AM or later"],
  async right(page) {
    await page.getByLabel("Opens at").fill("08:30");
    await page.getByLabel("Lunch").fill("12:15");
    await page.getByLabel("Bell").fill("11:59:45");
  },
  data: { opens: "08:30:00", lunch: "12:15:00", bell: "11:59:45" },
  async keyboard(page) {
    await tabToForm(page);
    for (const clock of ["0830AM", "1215PM", "115945AM"]) await typeAndLeave(page, clock);
  },
};
