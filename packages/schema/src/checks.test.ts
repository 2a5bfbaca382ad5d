import { describe, expect, it } from "vitest";
import * as exported from "./checks.ts";
import { exportsOf } from "./testing/exports-of.ts";

describe("@turnform/schema/checks", () => {
  it("exports these names and no others", () => {
    const { values, types } = exportsOf("checks.ts");
    expect(Object.keys(exported).sort()).toEqual(values);
    expect(values).toMatchInlineSnapshot(`
      [
        "all",
        "any",
        "atLeast",
        "atMost",
        "containsOnly",
        "dataUrl",
        "email",
        "fileUri",
        "luhn",
        "noneOf",
        "oneOf",
        "regex",
        "satisfies",
        "url",
        "uuid",
      ]
    `);
    expect(types).toMatchInlineSnapshot(`
      [
        "CheckOptions",
        "DataUrlOptions",
      ]
    `);
  });
});
