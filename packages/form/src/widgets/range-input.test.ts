import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { german } from "../languages/german.ts";
import { attributesOf, mappingOf, oneField } from "../testing/one-field.ts";
import { pageOf } from "../testing/page.ts";
import { rangeInput } from "./range-input.ts";

const fieldOf = (type: z.ZodNumber) => oneField(type.meta({ widget: rangeInput() }));
const names = ["type", "value", "min", "max", "step"];

describe("rangeInput", () => {
  it("starts in the middle, as browsers do", () => {
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

  it("shows a number between steps or outside the limits without changing it", () => {
    const field = fieldOf(z.number().min(0).max(10));
    expect(attributesOf(field.page(2.35), "#f-it", ...names)).toMatchObject({ type: "range", step: "any" });
    expect(attributesOf(field.page(11), "#f-it", ...names)).toMatchObject({ type: "text", value: "11" });
    const { errors, page } = field.post(["it", "many"]);
    expect(errors).toEqual(['"many" is not a number. Write it like 1234.5']);
    expect(attributesOf(page, "#f-it", ...names)).toMatchObject({ type: "text", value: "many" });
  });

  it("reads a number outside the limits in the language's notation, and a slider's in HTML's", () => {
    const type = z.number().max(2).multipleOf(0.001).meta({ widget: rangeInput() });
    const form = createForm(z.object({ it: type }), { formId: "f", language: german });
    const page = pageOf(String(form.render({ it: 2.5 })));
    expect(attributesOf(page, "#f-it", "name", "type", "value")).toEqual({
      name: "number",
      type: "text",
      value: "2,5",
    });
    expect(form.validate(mappingOf({ number: "1,234" }))).toMatchObject({
      kind: "valid",
      value: { it: 1.234 },
    });
    expect(form.validate([["it", "1.234"]])).toMatchObject({ kind: "valid", value: { it: 1.234 } });
    const wrong = form.validate(mappingOf({ number: "1.234" }));
    expect(wrong.kind === "invalid" && wrong.error.flatten()).toMatchObject([
      { code: "tooBig", values: { val: 1234 } },
    ]);
  });

  it("counts the schema's steps from a valid number", () => {
    const page = fieldOf(z.number().min(1).max(20).multipleOf(5)).page();
    expect(attributesOf(page, "#f-it", ...names)).toEqual({
      type: "range",
      value: "15",
      min: "5",
      max: "20",
      step: "5",
    });
  });

  it('has a checkbox for "no value" in an optional field', () => {
    const optional = oneField(z.number().optional().meta({ widget: rangeInput() }));
    expect(attributesOf(optional.page(), "[type=checkbox]", "checked")).toEqual({ checked: "" });
    expect(attributesOf(optional.page(7), "[type=checkbox]", "checked")).toEqual({ checked: null });
    const initial = oneField(z.number().default(5).meta({ widget: rangeInput() }));
    expect(initial.page().querySelector("[type=checkbox]")).toBeNull();
  });
});
