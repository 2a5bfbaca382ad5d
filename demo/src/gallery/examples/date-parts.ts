import { createForm, dateParts } from "@turnform/form";
import { date } from "@turnform/schema";
import { z } from "zod";

export const title = "Date parts";
export const about =
  "A day that people know by heart: typing it is faster than finding it in a calendar. Years of two digits start at 2000.";
export const group = "Dates and times";
export const docs = ["/docs/packages/form#widgets"];

const Person = z.object({
  born: date().meta({
    title: "Date of birth",
    widget: dateParts({ autocomplete: "bday", assumeY2k: false }),
  }),
  expires: date()
    .optional()
    .meta({ title: "Card valid until", description: "For example 27 12 31.", widget: dateParts() }),
});

export const form = createForm(Person, { formId: "date-parts" });

export const filled = { born: new Date("1990-05-06"), expires: new Date("2030-12-31") };
