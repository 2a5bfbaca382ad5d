import { createForm, timeInput } from "@turnform/form";
import { time, wallTime } from "@turnform/schema";
import { atLeast, atMost } from "@turnform/schema/checks";
import { z } from "zod";

export const title = "Time input";
export const about = "A wall-clock time without a zone, in minutes, in larger steps, or to the second.";
export const group = "Dates and times";
export const docs = ["/docs/packages/form#widgets"];

const Day = z.object({
  opens: time()
    .check(atLeast(wallTime("6:00")), atMost(wallTime("12:00")))
    .meta({ title: "Opens at", description: "Between 6 in the morning and noon." }),
  lunch: time()
    .optional()
    .meta({ title: "Lunch", description: "Every quarter of an hour.", widget: timeInput({ step: 900 }) }),
  bell: time()
    .default("11:59:30")
    .meta({ title: "Bell", description: "To the second.", widget: timeInput({ step: 1 }) }),
});

export const form = createForm(Day, { formId: "time-input" });

export const filled = { opens: "08:30:00", lunch: "12:15:00", bell: "11:59:45" };
