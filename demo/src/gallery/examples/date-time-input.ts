import { createForm } from "@turnform/form";
import { datetime } from "@turnform/schema";
import { z } from "zod";

export const title = "Date and time input";
export const about =
  "A point in time, as a date and a time. The zone comes from the schema and is shown next to the time.";
export const group = "Dates and times";
export const docs = ["/docs/packages/form#widgets"];

const Launch = z.object({
  start: datetime()
    .min(new Date("2030-01-01T00:00Z"))
    .meta({ title: "Launch", description: "In 2030 or later." }),
  party: datetime({ defaultZone: "+05:30" }).optional().meta({ title: "Party in Delhi" }),
});

export const form = createForm(Launch, { formId: "date-time-input" });

export const filled = { start: new Date("2030-05-06T10:20Z"), party: new Date("2030-05-06T14:00Z") };
