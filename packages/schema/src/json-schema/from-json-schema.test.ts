import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { fromJSONSchema } from "./from-json-schema.ts";
import { toJSONSchema } from "./to-json-schema.ts";

/** The type of a field. */
function read(
  json: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): z.core.$ZodType {
  const type = fromJSONSchema({ type: "object", properties: { field: json }, required: ["field"], ...more });
  const field = type instanceof z.ZodObject ? type.shape["field"] : undefined;
  if (!field) throw new TypeError("There is no field");
  return field;
}

describe("fromJSONSchema", () => {
  it("reads a form", () => {
    const Person = schema(
      fromJSONSchema({
        type: "object",
        title: "Person",
        properties: {
          name: {
            type: "string",
            title: "Full name",
            description: "As in your passport",
            placeholder: "Ann",
          },
          age: { type: "integer", minimum: 0, default: 18 },
          langs: { type: "array", items: { enum: ["en", "de"] }, minItems: 1 },
        },
        required: ["name", "langs"],
      }),
    );
    const name = Person.node.child("name");
    expect([Person.node.title, name?.title, name?.description, name?.meta.placeholder]).toEqual([
      "Person",
      "Full name",
      "As in your passport",
      "Ann",
    ]);
    expect(Person.deserialize({ name: "Bo", langs: ["de"] })).toEqual({
      ok: true,
      value: { name: "Bo", age: 18, langs: ["de"] },
    });
    const result = Person.deserialize({ age: "-1", langs: ["fr"] });
    expect(!result.ok && result.error.asDict()).toEqual({
      name: "Required",
      age: "Must be 0 or more",
      "langs.0": "Choose one of the options",
    });
  });

  it("drops unmentioned names, unless they are allowed or refused explicitly", () => {
    const parse = (more: object): unknown => {
      const json = { type: "object", properties: { a: { type: "string" } }, ...more };
      return z.core.safeParse(fromJSONSchema(json), { a: "1", b: "2" }).data;
    };
    expect(parse({})).toEqual({ a: "1" });
    expect(parse({ additionalProperties: true })).toEqual({ a: "1", b: "2" });
    expect(parse({ additionalProperties: { type: "string" } })).toEqual({ a: "1", b: "2" });
    expect(parse({ additionalProperties: false })).toBeUndefined();
  });

  it("turns alternatives into types that a form can offer", () => {
    expect(read({ type: ["string", "null"], title: "F" })).toBeInstanceOf(z.ZodNullable);
    expect(z.globalRegistry.get(read({ type: ["string", "null"], title: "F" }))).toEqual({ title: "F" });
    expect(read({ enum: [1, 2, "x"] })).toBeInstanceOf(z.ZodLiteral);
    expect(z.core.safeParse(read({ type: ["string", "null"], enum: ["a", null] }), null).success).toBe(true);
    expect(read({ type: ["string", "null"], enum: ["a", null] })).toBeInstanceOf(z.ZodNullable);
    const tagged = (tag: string): object => ({
      type: "object",
      properties: { k: { const: tag } },
      required: ["k"],
    });
    expect(read({ oneOf: [tagged("a"), tagged("b")] })).toBeInstanceOf(z.ZodDiscriminatedUnion);
    expect(read({ oneOf: [tagged("a"), tagged("a")] })).not.toBeInstanceOf(z.ZodDiscriminatedUnion);
    expect(read({ type: "object", additionalProperties: { type: "string" } })).toBeInstanceOf(z.ZodRecord);
  });

  it("reads files with their media types and sizes", () => {
    const type = read({
      type: "string",
      format: "binary",
      maxLength: 3,
      contentMediaType: "text/plain",
      title: "F",
    });
    expect(type).toBeInstanceOf(z.ZodFile);
    const accepts = (file: File): boolean => z.core.safeParse(type, file).success;
    expect(accepts(new File(["abc"], "a.txt", { type: "text/plain" }))).toBe(true);
    expect(accepts(new File(["abcd"], "a.txt", { type: "text/plain" }))).toBe(false);
    expect(accepts(new File(["abc"], "a.png", { type: "image/png" }))).toBe(false);
  });

  it("gives each reference to a definition its own title", () => {
    const address = { $ref: "#/$defs/address" };
    const json = {
      type: "object",
      properties: {
        home: { ...address, title: "Home" },
        work: { ...address, title: "Work" },
        other: address,
      },
      $defs: { address: { type: "object", title: "Address", properties: { street: { type: "string" } } } },
    };
    const { node } = schema(fromJSONSchema(json));
    expect(node.children.map(({ title }) => title)).toEqual(["Home", "Work", "Address"]);
  });

  it("reads a recursive schema", () => {
    const json = {
      $ref: "#/$defs/node",
      $defs: {
        node: {
          type: "object",
          properties: { name: { type: "string" }, sub: { type: "array", items: { $ref: "#/$defs/node" } } },
          required: ["name"],
        },
      },
    };
    const result = schema(fromJSONSchema(json)).deserialize({ name: "a", sub: [{ name: "b", sub: [{}] }] });
    expect(!result.ok && result.error.asDict()).toEqual({ "sub.0.sub.0.name": "Required" });
  });

  it("reads recursive alternatives", () => {
    const json = {
      $ref: "#/$defs/not",
      $defs: {
        not: { type: "object", properties: { not: { $ref: "#/$defs/term" } }, required: ["not"] },
        term: {
          anyOf: [{ $ref: "#/$defs/not" }, { type: "object", properties: { is: { type: "string" } } }],
        },
      },
    };
    const value = { not: { not: { is: "a" } } };
    expect(z.core.parse(fromJSONSchema(json), value)).toEqual(value);
  });

  it("reports an invalid format once", () => {
    const json = toJSONSchema(z.object({ field: z.email() }));
    const result = schema(fromJSONSchema(json)).deserialize({ field: "x" });
    expect(!result.ok && result.error.asDict()).toEqual({ field: "Enter a valid email address" });
  });

  it("ignores wires and widgets, and reads __proto__ as a name", () => {
    const meta = z.globalRegistry.get(
      read({ type: "string", wire: {}, widget: "x", onBind: 1, placeholder: "p" }),
    );
    expect(meta).toEqual({ placeholder: "p" });
    const json: Record<string, unknown> = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string"}}}',
    );
    const type = fromJSONSchema(json);
    expect(type instanceof z.ZodObject && Object.keys(type.shape)).toEqual(["__proto__"]);
  });

  it("leaves unsupported types to the form", () => {
    const both = { allOf: [{ type: "string" }, { type: "integer" }] };
    const json = { type: "object", properties: { list: { type: "array", items: both } } };
    expect(() => schema(fromJSONSchema(json))).toThrow('Field "list.*" is a z.intersection()');
    expect(() => fromJSONSchema({ type: "banana" })).toThrow("banana");
  });

  it("refuses repeated items if items are unique", () => {
    const json = toJSONSchema(z.object({ tags: z.set(z.int()).max(2) }));
    const tags = schema(fromJSONSchema(json));
    expect(tags.deserialize({ tags: ["1", "2"] })).toEqual({ ok: true, value: { tags: [1, 2] } });
    expect(tags.deserialize({ tags: ["1", "1"] }).ok).toBe(false);
    expect(tags.deserialize({ tags: ["1", "2", "3"] }).ok).toBe(false);
  });

  it("reads what toJSONSchema writes", () => {
    const title = fc.option(fc.constantFrom("A", "B"), { nil: undefined });
    const size = fc.nat(9);
    const leaf = fc.oneof(
      size.map((size) => z.string().max(size)),
      fc.constantFrom("^a", "b.*$").map((pattern) => z.string().regex(new RegExp(pattern))),
      size.map((size) => z.int().min(size)),
      size.map((size) => z.number().lt(size).multipleOf(0.5)),
      fc.constantFrom(
        z.boolean(),
        z.email(),
        z.iso.date(),
        z.date(),
        z.bigint(),
        z.file().max(9).mime(["text/plain", "image/png"]),
      ),
      fc.constantFrom(z.enum(["a", "b"]), z.literal([1, 2]), z.literal("x"), z.union([z.string(), z.int()])),
    );
    const wrapped = (type: fc.Arbitrary<z.ZodType>): fc.Arbitrary<z.ZodType> =>
      fc
        .tuple(type, title, fc.constantFrom("", "optional", "nullable", "readonly"))
        .map(([type, title, wrapper]) => {
          const titled = title === undefined ? type : type.meta({ title });
          if (wrapper === "optional") return titled.optional();
          return wrapper === "nullable"
            ? titled.nullable()
            : wrapper === "readonly"
              ? titled.readonly()
              : titled;
        });
    const { type } = fc.letrec<{ type: z.ZodType }>((tie) => ({
      type: wrapped(
        fc.oneof(
          { maxDepth: 3, withCrossShrink: true },
          leaf,
          tie("type").map((item) => z.array(item).max(9)),
          tie("type").map((item) => z.tuple([item, z.string()])),
          tie("type").map((value) => z.record(z.string(), value)),
          fc
            .dictionary(fc.string(), tie("type"), { maxKeys: 3, noNullPrototype: true })
            .map((shape) => z.object(shape)),
          tie("type").map((field) => z.strictObject({ field })),
          tie("type").map((field) => z.looseObject({ field })),
        ),
      ),
    }));
    fc.assert(
      fc.property(type, (type) => {
        const json = toJSONSchema(type);
        expect(toJSONSchema(fromJSONSchema(json))).toEqual(json);
      }),
    );
  });
});
