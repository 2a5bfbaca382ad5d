import { tabToForm } from "./gallery-page.ts";
import { typeAndLeave } from "./next-control.ts";
import type { Scenario } from "./scenario.ts";

export const scenario: Scenario = {
  page: "date-time-input",
  async wrong(page) {
    await page.getByRole("group", { name: "Launch" }).getByLabel("Date").fill("2030-05-06");
    await page.getByRole("group", { name: "Party in Delhi" }).getByLabel("Time").fill("19:30");
  },
  errors: ["Launch: Incomplete time", "Party in Delhi: Incomplete date"],
  async right(page) {
    const launch = page.getByRole("group", { name: "Launch" });
    await launch.getByLabel("Date").fill("2030-05-06");
    await launch.getByLabel("Time (UTC)").fill("10:20");
    const party = page.getByRole("group", { name: "Party in Delhi" });
    await party.getByLabel("Date").fill("2030-05-06");
    await party.getByLabel("Time (UTC+05:30)").fill("19:30");
  },
  data: { start: { Date: "2030-05-06T10:20:00.000Z" }, party: { Date: "2030-05-06T14:00:00.000Z" } },
  async keyboard(page) {
    await tabToForm(page);
    for (const text of ["05062030", "1020AM", "05062030", "0730PM"]) await typeAndLeave(page, text);
  },
};
