import { describe, expect, it } from "vitest";
import { z } from "zod";
import { attributesOf, oneField } from "../testing/one-field.ts";
import { rangeInput } from "./range-input.ts";

const fieldOf = (type: z.ZodNumber) => oneField(type.meta({ widget: rangeInput() }));
const names = ["type", "value", "min", "max", "step"];

describe("rangeInput", () => {
  it("starts in the middle, as a browser does", () => {
    expect(attributesOf(fieldOf(z.int().min(1).max(10)).page(), "#f-it", ...names)).toEqual({
      type: "range",
      value: "6",
      min: "1",
      max: "10",
      step: "1",
    });
    expect(attributesOf(fieldOf(z.number().min(0).max(1)).page(), "#f-it", ...names)).toMatchObject({
      value: "0.5",
      step: "0.01",
    });
    expect(attributesOf(fieldOf(z.number()).page(), "#f-it", ...names)).toMatchObject({
      value: "50",
      min: "0",
      max: "100",
    });
  });

  it("shows a number between steps, or beyond the limits, without changing it", () => {
    const field = fieldOf(z.number().min(0).max(10));
    expect(attributesOf(field.page(2.35), "#f-it", ...names)).toMatchObject({ type: "range", step: "any" });
    expect(attributesOf(field.page(11), "#f-it", ...names)).toMatchObject({ type: "number", value: "11" });
    const { errors, page } = field.post(["it", "many"]);
    expect(errors).toEqual(['"many" is not a number']);
    expect(attributesOf(page, "#f-it", ...names)).toMatchObject({ type: "text", value: "many" });
  });

  it("has a box for no value where there need be none", () => {
    const optional = oneField(z.number().optional().meta({ widget: rangeInput() }));
    expect(attributesOf(optional.page(), "[type=checkbox]", "checked")).toEqual({ checked: "" });
    expect(attributesOf(optional.page(7), "[type=checkbox]", "checked")).toEqual({ checked: null });
    const initial = oneField(z.number().default(5).meta({ widget: rangeInput() }));
    expect(initial.page().querySelector("[type=checkbox]")).toBeNull();
  });
});
