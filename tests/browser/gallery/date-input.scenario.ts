import { tabToForm } from "./gallery-page.ts";
import { typeAndLeave } from "./next-control.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "date-input",
  async wrong(page) {
    await page.getByLabel("Arrival").fill("2031-01-01");
  },
  errors: ["Arrival: Must be December 31, 2030 or earlier", "Date of birth: Required"],
  async right(page) {
    await page.getByLabel("Arrival").fill("2030-05-06");
    await page.getByLabel("Departure").fill("2030-05-13");
    await page.getByLabel("Date of birth").fill("1990-12-31");
  },
  data: {
    arrival: { Date: "2030-05-06T00:00:00.000Z" },
    departure: { Date: "2030-05-13T00:00:00.000Z" },
    born: { Date: "1990-12-31T00:00:00.000Z" },
  },
  async keyboard(page) {
    await tabToForm(page);
    for (const day of ["05062030", "05132030", "12311990"]) await typeAndLeave(page, day);
  },
};
