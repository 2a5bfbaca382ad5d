import { datetime } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { createForm } from "../define/form.ts";
import { z } from "zod";
import { attributesOf, mappingOf, oneField } from "../testing/one-field.ts";
import { dateTimeInput } from "./date-time-input.ts";

const field = oneField(datetime());
const india = oneField(datetime({ defaultZone: "+05:30" }).min(new Date("2020-01-01T20:00Z")));

describe("dateTimeInput", () => {
  it("is the widget of points in time: a day and a time, each with a label", () => {
    const page = field.page();
    expect([...page.querySelectorAll("label")].map(({ textContent }) => textContent)).toEqual([
      "Date",
      "Time (UTC)",
    ]);
    expect(attributesOf(page, "#f-it-date", "type", "name", "required")).toEqual({
      type: "date",
      name: "date",
      required: "",
    });
    expect(page.querySelector("fieldset[id='f-it'] > legend")?.textContent?.trim()).toBe("It *");
  });

  it("shows and reads the time in the schema's zone", () => {
    const page = india.page(new Date("2020-05-06T20:00:30.25Z"));
    expect(attributesOf(page, "#f-it-date", "value", "min")).toEqual({
      value: "2020-05-07",
      min: "2020-01-02",
    });
    expect(attributesOf(page, "#f-it-time", "value", "step")).toEqual({
      value: "01:30:30.25",
      step: "0.001",
    });
    expect(page.querySelector("label[for='f-it-time']")?.textContent).toBe("Time (UTC+05:30)");
    expect(india.post(...mappingOf({ date: "2020-05-07", time: "01:30" })).value).toEqual(
      new Date("2020-05-06T20:00Z"),
    );
    const nowhere = oneField(datetime({ defaultZone: null }));
    expect(nowhere.page().querySelector("label[for='f-it-time']")?.textContent).toBe("Time");
  });

  it("reports a missing part, and keeps the other", () => {
    expect(field.post(...mappingOf({ date: "", time: "" })).errors).toEqual(["Required"]);
    const timeless = field.post(...mappingOf({ date: "2020-05-06", time: "" }));
    expect(timeless.errors).toEqual(["Incomplete time"]);
    expect(attributesOf(timeless.page, "#f-it-date", "value")).toEqual({ value: "2020-05-06" });
    const dateless = field.post(...mappingOf({ date: "", time: "10:20" }));
    expect(dateless.errors).toEqual(["Incomplete date"]);
    expect(attributesOf(dateless.page, "#f-it-time", "value")).toEqual({ value: "10:20" });
    expect(field.post(["it", "x"]).errors).toEqual(["Incomplete time"]);
    expect(field.post(["it", "2020-05-06T10:20"]).errors).toBeUndefined();
  });

  it("shows an invalid date or time again", () => {
    const { errors, page } = field.post(...mappingOf({ date: "Tuesday", time: "noon" }));
    expect(errors).toEqual(["Invalid date"]);
    expect(attributesOf(page, "#f-it-date", "type", "value")).toEqual({ type: "text", value: "Tuesday" });
    expect(attributesOf(page, "#f-it-time", "type", "value")).toEqual({ type: "text", value: "noon" });
  });

  it("shows a readonly value in words", () => {
    expect(india.words(new Date("2020-05-06T20:00Z"))).toBe("May 7, 2020 at 1:30 AM UTC+05:30");
    expect(oneField(datetime().optional()).words(undefined)).toBe("");
  });

  it("refuses a custom format of the schema, and asks for a text input", () => {
    const type = datetime({ format: "%d.%m.%Y %H:%M" });
    expect(attributesOf(oneField(type).page(), "#f-it", "type")).toEqual({ type: "text" });
    expect(() => createForm(z.object({ it: type.meta({ widget: dateTimeInput() }) }))).toThrow(
      'Field "it" is written in a custom format',
    );
  });

  it("posts the zone of the schema's texts", () => {
    const widget = dateTimeInput();
    const utc = oneField(z.iso.datetime({ precision: 0 }).meta({ widget }));
    expect(utc.post(...mappingOf({ date: "2020-05-06", time: "10:20" })).value).toBe("2020-05-06T10:20:00Z");
    expect(utc.page().querySelector("[id='f-it-time:label']")?.textContent).toBe("Time (UTC)");
  });

  it("is the widget of texts with a point in time", () => {
    const utc = oneField(z.iso.datetime());
    expect(attributesOf(utc.page("2020-05-06T10:20:30.250Z"), "#f-it-time", "type", "value")).toEqual({
      type: "time",
      value: "10:20:30.250",
    });
    expect(utc.post(...mappingOf({ date: "2020-05-06", time: "10:20:30.123456" })).value).toBe(
      "2020-05-06T10:20:30.123456Z",
    );
    expect(utc.post(...mappingOf({ date: "2020-05-06", time: "10:20" })).value).toBe("2020-05-06T10:20:00Z");
    expect(utc.post(...mappingOf({ date: "2020-05-06", time: "10:20+02:00" })).errors).toEqual([
      "Invalid date",
    ]);
    const local = oneField(z.iso.datetime({ local: true }));
    expect(local.post(...mappingOf({ date: "2020-05-06", time: "10:20" })).value).toBe("2020-05-06T10:20");
  });

  it("has a control for the offset from UTC, if the schema takes any", () => {
    const offset = oneField(z.iso.datetime({ offset: true }));
    const page = offset.page("2020-05-06T10:20:30+02:00");
    expect(attributesOf(page, "#f-it-offset", "type", "value", "required")).toEqual({
      type: "text",
      value: "+02:00",
      required: null,
    });
    expect(page.querySelector("[id='f-it-offset:label']")?.textContent).toBe("Offset from UTC");
    const post = (text: string): unknown =>
      offset.post(...mappingOf({ date: "2020-05-06", time: "10:20", offset: text })).value;
    expect(post("-05:30")).toBe("2020-05-06T10:20:00-05:30");
    expect(post("")).toBe("2020-05-06T10:20:00Z");
    expect(post("east")).toBeUndefined();
    expect(offset.words("2020-05-06T10:20:30+02:00")).toMatch(/May 6, 2020.*\+02:00$/);
    const any = oneField(z.iso.datetime({ offset: true, local: true }));
    expect(any.post(...mappingOf({ date: "2020-05-06", time: "10:20", offset: "" })).value).toBe(
      "2020-05-06T10:20",
    );
  });
});
