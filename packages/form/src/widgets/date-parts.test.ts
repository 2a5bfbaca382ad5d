import { date } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { attributesOf, mappingOf, oneField } from "../testing/one-field.ts";
import { dateParts, type DatePartsOptions } from "./date-parts.ts";

const fieldWith = (options: DatePartsOptions = {}) => oneField(date().meta({ widget: dateParts(options) }));
const field = fieldWith();
const parts = (typed: string) => {
  const [year = "", month = "", day = ""] = typed.split("/");
  return mappingOf({ year, month, day });
};

describe("dateParts", () => {
  it("is a group of three inputs", () => {
    const page = field.page(new Date("2020-05-06"));
    const inputs = [...page.querySelectorAll("fieldset[id='f-it'] .tf-input")];
    expect(inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value")])).toEqual([
      ["year", "2020"],
      ["month", "05"],
      ["day", "06"],
    ]);
    expect([...page.querySelectorAll("label")].map(({ textContent }) => textContent)).toEqual([
      "Year",
      "Month",
      "Day",
    ]);
  });

  it("reads days of one or two digits", () => {
    expect(field.post(...parts("2020/2/29")).value).toEqual(new Date("2020-02-29"));
    expect(field.post(...parts(" 2020 / 01 / 05 ")).value).toEqual(new Date("2020-01-05"));
  });

  it("reads a year of two digits as 20xx, unless `assumeY2k` is false", () => {
    expect(field.post(...parts("99/12/31")).value).toEqual(new Date("2099-12-31"));
    expect(fieldWith({ assumeY2k: false }).post(...parts("20/1/5")).errors).toEqual(["Invalid date"]);
  });

  it("reports errors, and shows the typed parts again", () => {
    expect(field.post(...parts("//")).errors).toEqual(["Required"]);
    const wrong = {
      "2020/13/1": "Invalid date",
      "5/1/1": "Invalid date",
      "2020/001/01": "Invalid date",
      "2021/2/30": "Invalid date",
      "2020//": "Incomplete date",
      "/2/3": "Incomplete date",
    };
    for (const [typed, error] of Object.entries(wrong)) {
      const { errors, page } = field.post(...parts(typed));
      expect(errors).toEqual([error]);
      const inputs = [...page.querySelectorAll(".tf-input")];
      expect(inputs.map((input) => input.getAttribute("value")).join("/")).toBe(typed);
      expect(inputs.every((input) => input.getAttribute("aria-invalid") === "true")).toBe(true);
    }
    expect(field.post(["it", "2020-05"]).errors).toEqual(["Incomplete date"]);
    expect(field.post(["it", "2020-05-06"]).errors).toBeUndefined();
  });

  it("lets the browser fill in a birthday", () => {
    const page = fieldWith({ autocomplete: "bday" }).page();
    expect(attributesOf(page, "#f-it-month", "size", "inputmode", "autocomplete")).toEqual({
      size: "2",
      inputmode: "numeric",
      autocomplete: "bday-month",
    });
  });
});
