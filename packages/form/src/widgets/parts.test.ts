import { date, datetime, time } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { mappingOf } from "../testing/one-field.ts";
import { submittedControls } from "../testing/submitted.ts";
import { dateParts } from "./date-parts.ts";
import { dateTimeInput } from "./date-time-input.ts";

const day = ["year", "month", "day"];
const moment = ["date", "time"];
const fields: readonly (readonly [name: string, type: z.ZodType, parts: readonly string[]])[] = [
  ["dateParts", date().meta({ widget: dateParts() }), day],
  ["dateParts that may be empty", date().optional().meta({ widget: dateParts() }), day],
  ["dateParts in a format", date({ format: "%d/%m/%Y" }).meta({ widget: dateParts() }), day],
  ["dateParts of a point in time", z.date().meta({ widget: dateParts() }), day],
  ["dateInput", date(), ["date"]],
  ["dateTimeInput", datetime(), moment],
  ["dateTimeInput that may be empty", datetime().optional(), moment],
  ["dateTimeInput in no zone", datetime({ defaultZone: null }), moment],
  ["dateTimeInput of a text", z.iso.datetime({ precision: 0 }).meta({ widget: dateTimeInput() }), moment],
  ["timeInput", time(), ["time"]],
];
const text = fc.oneof(
  fc.constantFrom("", "99", "2020", "02", "30", "2020-02-30", "0000-01-01", "10:20", "25:00", "10:20Z"),
  fc
    .array(fc.constantFrom("-", "T", "a", "1", ":", "Z", "\n", "é"), { maxLength: 4 })
    .map((signs) => signs.join("")),
);

describe("widgets of parts", () => {
  it.each(fields)("reports the same errors if a refused page is posted again: %s", (_, type, names) => {
    const form = createForm(z.object({ it: type }), { formId: "f" });
    fc.assert(
      fc.property(fc.tuple(...names.map(() => text)), (texts) => {
        const typed = Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""]));
        const result = form.validate(mappingOf(typed));
        if (result.kind !== "invalid") return;
        const again = form.validate(submittedControls(String(result.form)));
        expect(again.kind === "invalid" && again.error.asDict()).toEqual(result.error.asDict());
      }),
      { numRuns: 60 },
    );
  });

  it("keeps each part in its control", () => {
    const form = createForm(z.object({ it: date().meta({ widget: dateParts() }) }), { formId: "f" });
    const typed = { year: "2020", month: "a-b", day: "1T" };
    const shown = submittedControls(String(form.validate(mappingOf(typed)).form));
    expect(Object.fromEntries(shown)).toMatchObject(typed);
  });
});
