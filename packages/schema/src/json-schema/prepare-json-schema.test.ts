import { describe, expect, it } from "vitest";
import { prepareJSONSchema } from "./prepare-json-schema.ts";

describe("prepareJSONSchema", () => {
  it("distinguishes allowed names from unmentioned ones", () => {
    expect(prepareJSONSchema({ type: "object", additionalProperties: true })).toEqual({
      type: "object",
      additionalProperties: {},
    });
    expect(prepareJSONSchema({ type: "object" })).toEqual({ type: "object" });
  });

  it("separates a reference from the keywords beside it", () => {
    const json = { properties: { a: { $ref: "#/$defs/a", title: "A" }, b: { $ref: "#/$defs/a" } } };
    expect(prepareJSONSchema(json)).toEqual({
      properties: { a: { anyOf: [{ $ref: "#/$defs/a" }], title: "A" }, b: { $ref: "#/$defs/a" } },
    });
  });

  it("changes schemas, not values", () => {
    const json = {
      enum: [{ wire: 1 }],
      default: { additionalProperties: true },
      examples: [{ $ref: "#", title: "A" }],
    };
    expect(prepareJSONSchema(json)).toEqual(json);
    expect(prepareJSONSchema({ properties: { wire: { wire: 1 }, enum: { type: "string" } } })).toEqual({
      properties: { wire: {}, enum: { type: "string" } },
    });
  });

  it("keeps a pattern stricter than the format", () => {
    const json = { type: "string", format: "email", pattern: "@example.org$" };
    expect(prepareJSONSchema(json)).toEqual(json);
  });

  it("reads lists of schemas and booleans", () => {
    expect(prepareJSONSchema({ prefixItems: [true, { wire: 1 }], items: false })).toEqual({
      prefixItems: [true, {}],
      items: false,
    });
  });
});
