import { describe, expect, it } from "vitest";
import { z } from "zod";
import { attributesOf, oneField } from "../testing/one-field.ts";
import { colorInput } from "./color-input.ts";

const field = oneField(z.string().meta({ widget: colorInput() }));
const optional = oneField(z.string().optional().meta({ widget: colorInput() }));

describe("colorInput", () => {
  it("accepts only colours of six digits", () => {
    expect(field.post(["it", "#1E90ff"]).value).toBe("#1E90ff");
    const { errors, page } = field.post(["it", "red"]);
    expect(errors).toEqual(['"red" is not a colour. Write it like #1e90ff']);
    expect(attributesOf(page, "#f-it", "type", "value")).toEqual({ type: "text", value: "red" });
  });

  it('has a checkbox for "no colour" in an optional field', () => {
    expect(field.page().querySelector("[type=checkbox]")).toBeNull();
    expect(attributesOf(optional.page(), "[type=checkbox]", "name", "value", "checked")).toEqual({
      name: "none",
      value: "",
      checked: "",
    });
    const post = (...controls: [string, string][]) =>
      optional.post(["__start__", "it:rename"], ...controls, ["__end__", "it:rename"]);
    expect(post(["none", ""], ["it", "#000000"])).toMatchObject({ value: undefined });
    expect(post(["it", "#000000"]).value).toBe("#000000");
  });

  it("shows a readonly colour next to its name, and no other values as a colour", () => {
    const form = (value: string) => optional.words(value);
    expect(form("#1e90ff")).toBe("#1e90ff");
    expect(form("url(#x)")).toBe("url(#x)");
  });
});
