import { time, wallTime } from "@turnform/schema";
import { atLeast, atMost } from "@turnform/schema/checks";
import { describe, expect, it } from "vitest";
import { attributesOf, mappingOf, oneField } from "../testing/one-field.ts";
import { timeInput } from "./time-input.ts";

const field = oneField(time());
const post = (text: string) => field.post(...mappingOf({ time: text }));

describe("timeInput", () => {
  it("is the widget of times", () => {
    expect(attributesOf(field.page(), "#f-it", "type", "name", "value", "step")).toEqual({
      type: "time",
      name: "time",
      value: "",
      step: null,
    });
  });

  it("offers steps as fine as the shown time", () => {
    const shown = (value: string) => attributesOf(field.page(value), "#f-it", "type", "value", "step");
    expect(shown("10:20:00")).toEqual({ type: "time", value: "10:20:00", step: null });
    expect(shown("10:20:30")).toEqual({ type: "time", value: "10:20:30", step: "1" });
    expect(shown("10:20:30.500000")).toEqual({ type: "time", value: "10:20:30.5", step: "0.001" });
    expect(shown("10:20:30.000001")).toMatchObject({ type: "text", value: "10:20:30.000001" });
    const quarters = oneField(time().meta({ widget: timeInput({ step: 900 }) }));
    expect(attributesOf(quarters.page(), "#f-it", "step")).toEqual({ step: "900" });
  });

  it("has the schema's limits, with the minimum on a step", () => {
    const between = (min: string, step?: number) => {
      const type = time().check(atLeast(wallTime(min)), atMost(wallTime("17:30")));
      const page = oneField(type.meta({ widget: timeInput(step === undefined ? {} : { step }) })).page();
      return attributesOf(page, "#f-it", "min", "max");
    };
    expect(between("9:00")).toEqual({ min: "09:00:00", max: "17:30:00" });
    expect(between("9:00:30")).toEqual({ min: null, max: "17:30:00" });
    expect(between("9:10", 900)).toEqual({ min: null, max: "17:30:00" });
    expect(between("9:15", 900)).toMatchObject({ min: "09:15:00" });
  });

  it("reads times with and without seconds", () => {
    expect(post("10:20").value).toBe("10:20:00");
    expect(post("10:20:30.5").value).toBe("10:20:30.500000");
    expect(field.post(...mappingOf({ time: "10:20 AM", time_submit: "10:20" })).value).toBe("10:20:00");
  });

  it("reports errors", () => {
    expect(post("").errors).toEqual(["Required"]);
    expect(post("25:00").errors).toEqual(["Invalid time"]);
    expect(attributesOf(post("25:00").page, "#f-it", "value")).toEqual({ value: "25:00" });
    expect(field.post(["it", "10:20"]).errors).toBeUndefined();
    expect(
      field.post(...mappingOf({}).toSpliced(1, 0, ["__start__", "time:sequence"], ["__end__", ""])).errors,
    ).toEqual(["Incomplete time"]);
  });

  it("shows a readonly time in words", () => {
    expect(field.words("10:20:00")).toBe("10:20 AM");
    expect(field.words("22:20:30")).toBe("10:20:30 PM");
  });
});
