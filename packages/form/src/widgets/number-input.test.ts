import { describe, expect, it } from "vitest";
import { z } from "zod";
import { attributesOf, oneField } from "../testing/one-field.ts";
import { numberInput } from "./number-input.ts";

describe("numberInput", () => {
  it("has the limits and the step of the schema", () => {
    const page = oneField(z.int().min(0).max(10)).page();
    expect(attributesOf(page, "#f-it", "type", "min", "max", "step", "inputmode")).toEqual({
      type: "number",
      min: "0",
      max: "10",
      step: "1",
      inputmode: "numeric",
    });
  });

  it("takes a step of its own, and what a browser may fill in", () => {
    const type = z.number().meta({ widget: numberInput({ step: 0.5, autocomplete: "transaction-amount" }) });
    expect(attributesOf(oneField(type).page(), "#f-it", "step", "autocomplete")).toEqual({
      step: "0.5",
      autocomplete: "transaction-amount",
    });
    const any = z.int().meta({ widget: numberInput({ step: "any" }) });
    expect(attributesOf(oneField(any).page(), "#f-it", "step")).toEqual({ step: "any" });
  });

  it("shows again what is no number", () => {
    const { errors, page } = oneField(z.number()).post(["it", "1,5"]);
    expect(errors).toEqual(['"1,5" is not a number']);
    expect(attributesOf(page, "#f-it", "type", "value")).toEqual({ type: "text", value: "1,5" });
  });

  it("shows a number in words where it can only be read", () => {
    expect(oneField(z.number()).words(1234567.25)).toBe("1,234,567.25");
    const year = z.int().meta({ widget: numberInput({ format: { useGrouping: false } }) });
    expect(oneField(year).words(2026)).toBe("2026");
  });
});
