import { describe, expect, it } from "vitest";
import { schema } from "../schema.ts";
import { fromJSONSchema } from "./from-json-schema.ts";

const object = (properties: object, more: object = {}): Record<string, unknown> => ({
  type: "object",
  properties,
  ...more,
});

describe("fromJSONSchema", () => {
  it.each([
    ["if", { if: {}, else: {} }],
    ["dependentRequired", { dependentRequired: { a: ["b"] } }],
    ["dependentSchemas", { dependentSchemas: { a: {} } }],
  ])("refuses %s with its JSON pointer", (keyword, more) => {
    const json = object({ "a/b": { type: "array", items: object({}, more) } });
    expect(() => fromJSONSchema(json)).toThrow(
      `JSON Schema #/properties/a~1b/items/${keyword}: a form can't hold`,
    );
  });

  it("takes the names of keywords as names of fields and as data", () => {
    const json = object({ if: { type: "string", default: { if: 1 } } }, { $defs: { dependentSchemas: {} } });
    expect(() => fromJSONSchema(json)).not.toThrow();
  });

  it("joins the objects of allOf", () => {
    const json = {
      allOf: [object({ a: { type: "string" } }, { required: ["a"] }), object({ b: { type: "integer" } })],
    };
    const type = schema(fromJSONSchema(json));
    expect(type.node.children.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(type.deserialize({ a: "x", b: "2" })).toEqual({ ok: true, value: { a: "x", b: 2 } });
  });

  it.each([[null], [undefined], ["{}"], [[]]])("refuses %j, which is no JSON Schema", (json) => {
    expect(() => Reflect.apply(fromJSONSchema, undefined, [json])).toThrow("is no JSON Schema");
  });
});
