import { describe, expect, it } from "vitest";
import { z } from "zod";
import { deferred } from "../deferred.ts";
import { boolean } from "../types/boolean.ts";
import { choiceSet } from "../types/choice-set.ts";
import { date } from "../types/date.ts";
import { datetime } from "../types/datetime.ts";
import { Decimal, decimal } from "../types/decimal.ts";
import { enumOf } from "../types/enum-of.ts";
import { time } from "../types/time.ts";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";
import { toJSONSchema } from "./to-json-schema.ts";

/** Returns the JSON Schema of a type in a field. */
function written(type: z.ZodType): unknown {
  return toJSONSchema(z.object({ field: type })).properties?.["field"];
}

describe("toJSONSchema", () => {
  it("writes the input of a type", () => {
    const type = z.object({
      name: z.string().max(9),
      age: z.int().min(0).default(1),
      note: z.string().optional(),
    });
    expect(toJSONSchema(type)).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      properties: {
        name: { type: "string", maxLength: 9 },
        age: { type: "integer", minimum: 0, default: 1 },
        note: { type: "string" },
      },
      required: ["name"],
    });
  });

  it("writes types that JSON lacks as text", () => {
    expect(written(decimal())).toMatchObject({ type: "string", pattern: expect.stringContaining("[eE]") });
    expect(written(z.bigint())).toEqual({ type: "string", pattern: "^[+-]?\\d+$" });
    expect(written(time())).toMatchObject({ type: "string", pattern: expect.stringContaining("[0-5]") });
    expect(written(date())).toMatchObject({ type: "string", format: "date" });
    expect(written(z.date().min(new Date()))).toMatchObject({ type: "string", format: "date-time" });
    expect(written(datetime())).toMatchObject({ type: "string", format: "date-time" });
    expect(written(date({ format: "%d.%m.%Y" }))).toEqual({ type: "string" });
    expect(written(datetime({ defaultZone: null }))).toEqual({ type: "string" });
    expect(written(boolean())).toEqual({ type: "boolean" });
    expect(written(enumOf("Colour", { RED: 1, BLUE: 2 }))).toEqual({ type: "string", enum: ["RED", "BLUE"] });
    expect(written(z.literal([1n, 2n]))).toEqual({ type: "string", enum: ["1", "2"] });
    expect(written(z.file().mime("image/png"))).toMatchObject({
      format: "binary",
      contentMediaType: "image/png",
    });
  });

  it("writes sets and maps as arrays", () => {
    expect(written(choiceSet(["a", "b"]).min(1).max(2))).toEqual({
      type: "array",
      items: { type: "string", enum: ["a", "b"] },
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      kind: "set",
    });
    expect(written(z.map(z.string(), z.boolean()))).toMatchObject({
      type: "array",
      items: { prefixItems: [{ type: "string" }, { type: "boolean" }], minItems: 2 },
    });
  });

  it("keeps metadata that is plain JSON, and leaves the rest out", () => {
    const type = z.string().meta({
      title: "Name",
      description: "In full",
      placeholder: "Ann",
      requiredMessage: "Who?",
      "x-order": [1, { a: null }],
      wire: { decode: String, encode: String },
      onBind: (type: never) => type,
      since: new Date(0),
      help: deferred(() => "later"),
      infinite: Infinity,
    });
    expect(written(type)).toEqual({
      type: "string",
      title: "Name",
      description: "In full",
      placeholder: "Ann",
      requiredMessage: "Who?",
      "x-order": [1, { a: null }],
    });
  });

  it("writes defaults and initial values as the texts of their types", () => {
    expect(written(date().default(new Date("2020-02-29")))).toMatchObject({ default: "2020-02-29" });
    expect(written(decimal().meta({ initial: Decimal("1.50") }))).toMatchObject({ initial: "1.50" });
    expect(written(enumOf("Colour", { RED: 1 }).nullable().default(1))).toMatchObject({ default: "RED" });
    expect(written(z.set(z.bigint()).default(new Set([1n])))).toMatchObject({ default: ["1"] });
    expect(written(z.object({ a: z.date() }).prefault({ a: new Date(1) }))).toMatchObject({
      default: { a: "1970-01-01T00:00:00.001Z" },
    });
    expect(written(z.array(z.int()).default(() => [1]))).toMatchObject({ default: [1] });
  });

  it("writes the first type of a codec or transform, and the second of a preprocess", () => {
    const length = z.string().transform((text) => text.length);
    expect(written(length)).toEqual({ type: "string" });
    expect(written(z.preprocess(String, z.string().max(3)))).toEqual({ type: "string", maxLength: 3 });
    expect(written(z.codec(z.int(), z.date(), { decode: (ms) => new Date(ms), encode: Number }))).toEqual({
      type: "integer",
    });
  });

  it("writes a recursive type by references", () => {
    const Person = z.object({
      born: date(),
      get children() {
        return z.array(Person);
      },
    });
    expect(toJSONSchema(Person)).toMatchObject({
      properties: { born: { type: "string", format: "date" }, children: { items: { $ref: "#" } } },
    });
  });

  it("writes a type with an id once, and other drafts", () => {
    const Address = z.object({ since: date() }).meta({ id: "Address" });
    const type = z.object({ home: Address, work: Address });
    expect(toJSONSchema(type, { target: "draft-07" })).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      properties: { home: { $ref: "#/definitions/Address" }, work: { $ref: "#/definitions/Address" } },
      definitions: { Address: { properties: { since: { format: "date" } } } },
    });
  });

  it("leaves the type and its metadata unchanged", () => {
    const field = date().meta({ title: "Day" });
    const type = z.object({ field });
    toJSONSchema(type);
    expect(field.meta()).toMatchObject({ title: "Day", kind: "date" });
    expect(type.parse({ field: new Date(0) })).toEqual({ field: new Date(0) });
  });

  it("throws an error with an unsupported type and its path", () => {
    expect(() => toJSONSchema(z.object({ a: z.array(z.symbol()) }))).toThrow(UnsupportedTypeError);
    expect(() => toJSONSchema(z.object({ a: z.array(z.symbol()) }))).toThrow(
      'Field "properties.a.items" is a z.symbol()',
    );
  });
});
