import { createForm, dateInput } from "@turnform/form";
import { date } from "@turnform/schema";
import { z } from "zod";

export const title = "Date input";
export const about =
  "A day from the browser's calendar, between the schema's limits. A schema can store days in another format.";
export const group = "Dates and times";
export const docs = ["/docs/packages/form#widgets"];

const Stay = z.object({
  arrival: date()
    .min(new Date("2030-01-01"))
    .max(new Date("2030-12-31"))
    .meta({ title: "Arrival", description: "Any day of 2030." }),
  departure: date({ format: "%d.%m.%Y" }).optional().meta({ title: "Departure" }),
  born: date().meta({ title: "Date of birth", widget: dateInput({ autocomplete: "bday" }) }),
});

export const form = createForm(Stay, { formId: "date-input" });

export const filled = {
  arrival: new Date("2030-05-06"),
  departure: new Date("2030-05-13"),
  born: new Date("1990-12-31"),
};
