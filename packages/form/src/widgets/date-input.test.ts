import { date } from "@turnform/schema";
import { atLeast } from "@turnform/schema/checks";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { attributesOf, mappingOf, oneField } from "../testing/one-field.ts";
import { dateInput } from "./date-input.ts";

const field = oneField(date().min(new Date("2020-01-01")));
const post = (text: string) => field.post(...mappingOf({ date: text }));

describe("dateInput", () => {
  it("is the widget of dates, with their limits", () => {
    const type = z.date().min(new Date("2020-01-01")).max(new Date("2020-12-31"));
    expect(attributesOf(oneField(type).page(), "#f-it", "type", "name", "min", "max", "required")).toEqual({
      type: "date",
      name: "date",
      min: "2020-01-01",
      max: "2020-12-31",
      required: "",
    });
    const text = z.iso.date().check(atLeast("2020-01-01")).meta({ widget: dateInput() });
    expect(attributesOf(oneField(text).page(), "#f-it", "min", "max")).toEqual({
      min: "2020-01-01",
      max: null,
    });
  });

  it("reads a day, with space around it or a time after it", () => {
    const day = new Date("2020-05-06");
    for (const text of ["2020-05-06", " 2020-05-06 ", "2020-05-06T10:00"])
      expect(post(text).value).toEqual(day);
  });

  it("reports a missing day", () => {
    expect(post("").errors).toEqual(["Required"]);
    expect(field.post().errors).toEqual(["Required"]);
  });

  it("shows an invalid day again", () => {
    const { errors, page } = post("tomorrow");
    expect(errors).toEqual(["Invalid date"]);
    expect(attributesOf(page, "#f-it", "type", "value")).toEqual({ type: "text", value: "tomorrow" });
  });

  it("shows a day that does not exist again, which a date control would drop", () => {
    for (const text of ["2021-02-30", "2021-02-29", "0000-05-06"])
      expect(attributesOf(post(text).page, "#f-it", "type", "value")).toEqual({ type: "text", value: text });
  });

  it("prefers the value posted by a date picker to the text that it shows", () => {
    expect(field.post(...mappingOf({ date: "6 May", date_submit: "2020-05-06" })).value).toEqual(
      new Date("2020-05-06"),
    );
  });

  it("accepts a text without the mapping, and refuses other shapes", () => {
    expect(field.post(["it", "2020-05-06"]).value).toEqual(new Date("2020-05-06"));
    expect(
      field.post(...mappingOf({}).toSpliced(1, 0, ["__start__", "date:sequence"], ["__end__", ""])).errors,
    ).toEqual(["Incomplete date"]);
  });

  it("converts to the schema's format and back", () => {
    const swiss = oneField(date({ format: "%d.%m.%Y" }).max(new Date("2020-12-31")));
    expect(attributesOf(swiss.page(new Date("2020-05-06")), "#f-it", "value", "max")).toEqual({
      value: "2020-05-06",
      max: "2020-12-31",
    });
    expect(swiss.post(...mappingOf({ date: "2020-05-06" })).value).toEqual(new Date("2020-05-06"));
    expect(swiss.post(...mappingOf({ date: "6.5.2020" })).value).toEqual(new Date("2020-05-06"));
    expect(swiss.post(...mappingOf({ date: "2021-02-30" })).errors).toEqual(["Invalid date"]);
  });

  it("shows a readonly day in words", () => {
    expect(field.words(new Date("2020-05-06"))).toBe("May 6, 2020");
    expect(oneField(z.string().meta({ widget: dateInput() })).words("2021-02-30")).toBe("2021-02-30");
  });
});
