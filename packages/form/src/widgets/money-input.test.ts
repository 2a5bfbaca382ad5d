import { Decimal, money } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { attributesOf, oneField } from "../testing/one-field.ts";
import { moneyInput, type MoneyInputOptions } from "./money-input.ts";

const fieldWith = (options: MoneyInputOptions) => oneField(money().meta({ widget: moneyInput(options) }));
const field = oneField(money());
const read = (text: string, of = field) => String(of.post(["it", text]).value);

describe("moneyInput", () => {
  it("is the widget of money, with separators of thousands for any number of digits", () => {
    expect(
      attributesOf(field.page(Decimal("1234567890123456789.1")), "#f-it", "type", "value", "inputmode"),
    ).toEqual({
      type: "text",
      value: "1,234,567,890,123,456,789.10",
      inputmode: "decimal",
    });
  });

  it("reads amounts with and without separators", () => {
    const amounts = ["1,234.561", " 1 234 ", "1,234,567", "1234.5", "-.5"];
    expect(amounts.map((text) => read(text))).toEqual([
      "1234.57",
      "1234.00",
      "1234567.00",
      "1234.50",
      "-0.50",
    ]);
  });

  it("does not read separators of other languages as separators of thousands", () => {
    for (const text of ["1,50", "1,5", "1.234,50", "1,2,3", "1,0,0", "12,34,567"])
      expect(field.post(["it", text]).errors).toEqual([`"${text}" is not a number. Write it like 1,234.50`]);
    const german = fieldWith({ locale: "de" });
    expect(german.post(["it", "1,234.50"]).errors).toEqual([
      '"1,234.50" is not a number. Write it like 1.234,50',
    ]);
  });

  it("reads its own output in each language", () => {
    for (const locale of ["en", "de", "fr", "es", "ja", "ar", "ar-EG", "he", "fa", "en-IN", "de-CH", "sv"]) {
      const own = fieldWith({ locale });
      for (const amount of ["-1234.50", "1234567.89", "-0.05"]) {
        const shown = attributesOf(own.page(Decimal(amount)), "#f-it", "value")["value"];
        expect(read(String(shown), own)).toBe(amount);
      }
    }
  });

  it("shows an invalid amount again", () => {
    const { errors, page } = field.post(["it", "1,23x"]);
    expect(errors).toEqual(['"1,23x" is not a number. Write it like 1,234.50']);
    expect(attributesOf(page, "#f-it", "value")).toEqual({ value: "1,23x" });
    expect(field.post(["it", ""]).errors).toEqual(["Required"]);
  });

  it("uses the separators of a language", () => {
    const german = fieldWith({ locale: "de" });
    expect(attributesOf(german.page(Decimal("1234.5")), "#f-it", "value")).toEqual({ value: "1.234,50" });
    expect(["1.234,5", "1.234.567", "1.5"].map((text) => read(text, german))).toEqual([
      "1234.50",
      "1234567.00",
      "1.50",
    ]);
    const swiss = fieldWith({ locale: "de-CH" });
    expect(["1’234.50", "1'234.50", "1 234.50"].map((text) => read(text, swiss))).toEqual(
      Array.from({ length: 3 }, () => "1234.50"),
    );
  });

  it("puts the sign of a currency where the language does", () => {
    const affix = (options: MoneyInputOptions, side: string) =>
      fieldWith(options).page().querySelector(`[id='f-it:${side}']`)?.textContent;
    expect(affix({ currency: "USD" }, "prefix")).toBe("$");
    expect(affix({ currency: "EUR", locale: "de" }, "suffix")).toBe("€");
    expect(affix({ currency: "USD", prefix: "US$" }, "prefix")).toBe("US$");
    expect(() => moneyInput({ currency: "dollars" })).toThrow(RangeError);
  });

  it("shows a readonly amount in words", () => {
    expect(field.words(Decimal("1234.5"))).toBe("1,234.50");
  });
});
