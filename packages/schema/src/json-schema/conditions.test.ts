/* oxlint-disable unicorn/no-thenable -- "then" is a keyword of JSON Schema */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { allOf, anyOf, not, shownWhen, when } from "../conditions/when.ts";
import { schema } from "../schema.ts";
import { fromJSONSchema } from "./from-json-schema.ts";
import { toJSONSchema } from "./to-json-schema.ts";

const text = { type: "string" };
const kind = { type: "string", enum: ["person", "company"] };
const isCompany = { properties: { kind: { const: "company" } }, required: ["kind"] };

const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });

/** Returns the value, or the errors by path. */
function read(json: Readonly<Record<string, unknown>>, cstruct: unknown): unknown {
  const result = schema(fromJSONSchema(json)).deserialize(cstruct);
  return result.ok ? result.value : result.error.asDict();
}

describe("fromJSONSchema with conditions", () => {
  it("shows and requires the properties of then and else", () => {
    const json = object(
      { kind },
      {
        required: ["kind"],
        if: isCompany,
        then: { properties: { vat: text }, required: ["vat"] },
        else: { properties: { born: { type: "integer" } } },
      },
    );
    expect(read(json, { kind: "company", vat: "v", born: "x" })).toEqual({ kind: "company", vat: "v" });
    expect(read(json, { kind: "company" })).toEqual({ vat: "Required" });
    expect(read(json, { kind: "person", vat: "v", born: "3" })).toEqual({ kind: "person", born: 3 });
    expect(read(json, { kind: "person" })).toEqual({ kind: "person" });
  });

  it("requires properties that are always there", () => {
    const json = object({ kind, vat: text }, { if: isCompany, then: { required: ["vat"] } });
    expect(read(json, { kind: "company" })).toEqual({ vat: "Required" });
    expect(read(json, { kind: "person", vat: "v" })).toEqual({ kind: "person", vat: "v" });
  });

  it("joins several conditions of allOf", () => {
    const is = (name: string) => ({ properties: { kind: { const: name } }, required: ["kind"] });
    const json = object(
      { kind: { enum: ["a", "b", "c"] } },
      {
        allOf: [
          { if: is("a"), then: { properties: { it: text }, required: ["it"] } },
          { if: is("b"), then: { properties: { it: text } } },
        ],
      },
    );
    expect(read(json, { kind: "a" })).toEqual({ it: "Required" });
    expect(read(json, { kind: "b" })).toEqual({ kind: "b" });
    expect(read(json, { kind: "b", it: "x" })).toEqual({ kind: "b", it: "x" });
    expect(read(json, { kind: "c", it: "x" })).toEqual({ kind: "c" });
  });

  it("reads dependentRequired and dependentSchemas", () => {
    const json = object(
      { card: text, name: text },
      {
        dependentRequired: { card: ["name"] },
        dependentSchemas: { card: { properties: { cvc: text }, required: ["cvc"] } },
      },
    );
    expect(read(json, { card: "4" })).toEqual({ name: "Required", cvc: "Required" });
    expect(read(json, { cvc: "1" })).toEqual({});
  });

  it.each([
    [
      { properties: { n: { minimum: 3 } }, required: ["n"] },
      { "2": false, "3": true, "": false },
    ],
    [
      { properties: { n: { maximum: 3 } }, required: ["n"] },
      { "3": true, "4": false, "": false },
    ],
    [{ properties: { n: { exclusiveMinimum: 3 } } }, { "3": false, "4": true, "": true }],
    [{ properties: { n: { exclusiveMaximum: 3 } } }, { "3": false, "2": true, "": true }],
    [
      { properties: { n: { not: { const: 3 } } }, required: ["n"] },
      { "3": false, "2": true, "": false },
    ],
    [
      { properties: { n: { enum: [1, 2] } }, required: ["n"] },
      { "1": true, "3": false },
    ],
    [{ required: ["n"] }, { "1": true, "": false }],
    [{ not: { required: ["n"] } }, { "1": false, "": true }],
    [
      { anyOf: [{ properties: { n: { const: 1 } }, required: ["n"] }, { not: { required: ["n"] } }] },
      { "1": true, "2": false, "": true },
    ],
    [
      { allOf: [{ required: ["n"] }, { properties: { n: { exclusiveMinimum: 3 } } }] },
      { "3": false, "4": true, "": false },
    ],
  ])("reads the condition %j", (condition, answers) => {
    const json = object({ n: { type: "number" } }, { if: condition, then: { properties: { it: text } } });
    for (const [n, isShown] of Object.entries(answers))
      expect("it" in Object(read(json, { n, it: "x" })), n).toBe(isShown);
  });

  it("reads patterns and groups", () => {
    const json = object(
      { a: text, g: object({ on: { type: "boolean" } }) },
      {
        if: {
          properties: { a: { pattern: "^x" }, g: { properties: { on: { const: true } }, required: ["on"] } },
          required: ["a", "g"],
        },
        then: { properties: { it: text } },
      },
    );
    expect(read(json, { a: "xy", g: { on: "true" }, it: "i" })).toMatchObject({ it: "i" });
    expect(read(json, { a: "xy", g: { on: "false" }, it: "i" })).not.toHaveProperty("it");
  });

  it.each([
    [
      "an unknown comparison",
      { if: { properties: { kind: { minLength: 3 } } }, then: { required: ["a"] } },
      "if",
    ],
    ["a limit", { if: isCompany, then: { properties: { a: { type: "string", minLength: 3 } } } }, "if"],
    ["another keyword", { if: isCompany, then: { minProperties: 2 } }, "if"],
    ["an unknown property", { if: isCompany, then: { required: ["zzz"] } }, "if"],
    ["a required hidden one", { required: ["a"], if: isCompany, then: { properties: { a: false } } }, "if"],
    [
      "two types",
      { if: isCompany, then: { properties: { b: text } }, else: { properties: { b: { type: "number" } } } },
      "if",
    ],
    ["an unknown name", { dependentRequired: { a: ["zzz"] } }, "dependentRequired"],
  ])("refuses %s with its pointer", (_, more, keyword) => {
    const json = { properties: { inner: object({ kind, a: text }, more) }, type: "object" };
    expect(() => fromJSONSchema(json)).toThrow(
      `JSON Schema #/properties/inner/${keyword}: a form can't hold "${keyword}".`,
    );
  });
});

describe("toJSONSchema with conditions", () => {
  const conditions = [
    when("kind").is("a"),
    when("kind").isNot("a"),
    when("kind").isOneOf(["a", "b"]),
    when("kind").isFilled(),
    when("kind").isEmpty(),
    when("n").isAbove(3),
    when("n").isBelow(3),
    when("kind").matches(/^a/),
    when("g.on").is(true),
    allOf(when("kind").is("a"), not(when("n").isAbove(3))),
    anyOf(when("kind").is("a"), when("n").isBelow(3)),
  ];
  const of = (condition: (typeof conditions)[number]) =>
    z.object({
      kind: z.enum(["a", "b", "c"]).optional(),
      n: z.number().optional(),
      g: z.object({ on: z.boolean() }).optional(),
      it: shownWhen(condition, z.string()),
      late: z.string().optional().meta({ requireWhen: condition }),
    });

  it.each(conditions)(
    "writes %j as if, then and else, which is read back with the same meaning",
    (condition) => {
      const json = toJSONSchema(of(condition));
      expect(JSON.stringify(json)).not.toContain("When");
      const again = schema(fromJSONSchema(json));
      const original = schema(of(condition));
      for (const kindText of ["", "a", "b"])
        for (const n of ["", "2", "4"])
          for (const g of [undefined, { on: "true" }, { on: "false" }])
            for (const it of ["", "x"]) {
              const cstruct = { kind: kindText, n, g, it, late: it };
              const [one, other] = [original, again].map((each) => each.deserialize(cstruct));
              expect(other?.ok ? other.value : other?.error.asDict()).toEqual(
                one?.ok ? one.value : one?.error.asDict(),
              );
            }
    },
  );

  it("writes if, then and else", () => {
    expect(
      toJSONSchema(z.object({ kind: z.enum(["a", "b"]), it: shownWhen(when("kind").is("a"), z.string()) })),
    ).toMatchObject({
      properties: { kind: { enum: ["a", "b"] }, it: { type: "string" } },
      required: ["kind"],
      allOf: [
        {
          if: { properties: { kind: { const: "a" } }, required: ["kind"] },
          then: { required: ["it"] },
          else: { properties: { it: false } },
        },
      ],
    });
  });

  it("keeps other conditions as metadata, and leaves out functions", () => {
    const type = z.object({
      day: z.date().optional(),
      rows: z.array(
        z.object({
          a: z
            .string()
            .optional()
            .meta({ showWhen: when("../day").isAbove(new Date("2026-01-01")) }),
        }),
      ),
      c: z.string().meta({ computed: () => "c" }),
    });
    const json = toJSONSchema(type);
    expect(JSON.stringify(json)).toContain('"showWhen":{"at":"../day","isAbove":"2026-01-01"}');
    expect(JSON.stringify(json)).not.toContain("computed");
  });
});
