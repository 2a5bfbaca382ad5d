import { date, datetime, time } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mappingOf, oneField } from "../testing/one-field.ts";
import { isShownAgain, postedAgain } from "../testing/posted-again.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import { colorInput } from "../widgets/color-input.ts";
import { dateParts } from "../widgets/date-parts.ts";
import { rangeInput } from "../widgets/range-input.ts";

const samples = widgetSamples.filter(({ name }) => isShownAgain(`the widget ${name}`));

describe.each(samples)("a refused page with $name", (sample) => {
  it("gives the same errors and the same page when it is posted again", () => {
    fc.assert(postedAgain(sample.type({})), { numRuns: 5 });
  });
});

describe("a refused page", () => {
  const parts = date().meta({ widget: dateParts() });
  it.each([
    [
      "half a date and time",
      datetime(),
      mappingOf({ date: "", time: "2020-05-06T10:20" }),
      "Incomplete date",
    ],
    ["a date and half a time", datetime(), mappingOf({ date: "x", time: "" }), "Incomplete time"],
    ["a time that has a T", datetime(), mappingOf({ date: "x", time: "T" }), "Invalid date"],
    ["a time with an offset", time(), mappingOf({ time: "10:20Z" }), "Invalid time"],
    ["half a day", parts, mappingOf({ year: "2020-05", month: "", day: "6" }), "Incomplete date"],
    ["a day that has a T", parts, mappingOf({ year: "2020", month: "5", day: "6T" }), "Invalid date"],
    ["a year that has a T", parts, mappingOf({ year: "2020-05-06T", month: "5", day: "6" }), "Invalid date"],
    ["a text of another case", date(), [["it", "x"]] as const, "Invalid date"],
    ["half a day of another case", parts, [["it", "2020-05"]] as const, "Incomplete date"],
    ["a point in time of another case", datetime(), [["it", "x"]] as const, "Incomplete time"],
    ["an empty text of another case", date(), [["it", ""]] as const, "Required"],
    ["no colour", z.string().meta({ widget: colorInput() }), [["it", ""]] as const, "Required"],
    ["no number", z.int().meta({ widget: rangeInput() }), [["it", ""]] as const, "Required"],
    [
      "a number in two lines",
      z.int().meta({ widget: rangeInput() }),
      [["it", "x\r\ny"]] as const,
      '"x y" is not a number. Write it like 1234',
    ],
  ])("keeps %s", (_, type, posted, error) => {
    const field = oneField(type);
    const first = field.post(...posted);
    const again = field.post(...submittedControls(first.page.innerHTML));
    expect([first.errors, again.errors]).toEqual([[error], [error]]);
    expect(again.page.innerHTML).toBe(first.page.innerHTML);
  });
});
