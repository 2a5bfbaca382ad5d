import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { allOf, anyOf, not, shownWhen, when } from "./when.ts";

/** Returns the value, or the errors by path. */
function read(type: z.ZodType, cstruct: unknown): unknown {
  const result = schema(type).deserialize(cstruct);
  return result.ok ? result.value : result.error.asDict();
}

const Customer = z.object({
  kind: z.enum(["person", "company"]),
  vat: shownWhen(when("kind").is("company"), z.string().min(3)),
});

describe("showWhen", () => {
  it("checks and returns a shown field", () => {
    expect(read(Customer, { kind: "company", vat: "CHE-1" })).toEqual({ kind: "company", vat: "CHE-1" });
    expect(read(Customer, { kind: "company", vat: "1" })).toEqual({ vat: expect.stringContaining("3") });
    expect(read(Customer, { kind: "company", vat: "" })).toEqual({ vat: "Required" });
    expect(read(Customer, { kind: "company" })).toEqual({ vat: "Required" });
  });

  it("keeps a hidden field out of the value, and does not check it", () => {
    const value = read(Customer, { kind: "person", vat: "1" });
    expect(value).toEqual({ kind: "person" });
    expect("vat" in Object(value)).toBe(false);
  });

  it.each([
    ["optional", z.string().optional()],
    ["nullish", z.string().nullish()],
    ["list", z.array(z.string()).optional()],
    ["group", z.object({ a: z.string() }).optional()],
    ["preprocess", z.preprocess((text) => text, z.string().optional())],
  ])("leaves out a hidden field with a type that is %s", (_, type) => {
    const object = z.object({ on: z.boolean(), it: type.meta({ showWhen: when("on").is(true) }) });
    expect(Object.keys(Object(read(object, { on: "false", it: "?" })))).toEqual(["on"]);
    expect(Object.keys(Object(read(object, { on: "false" })))).toEqual(["on"]);
  });

  it.each([
    ["nullable", z.string().nullable(), null],
    [
      "checked null",
      z
        .string()
        .nullable()
        .refine(() => false),
      null,
    ],
    ["null", z.union([z.string(), z.null()]), null],
    ["default", z.string().default("x"), "x"],
    ["prefault", z.string().prefault("x"), "x"],
    ["catch", z.string().catch("x"), "x"],
    ["blank", z.email().or(z.literal("")), ""],
    ["group", z.object({ a: z.string() }).default({ a: "x" }), { a: "x" }],
  ])(
    "gives a hidden field the value of a missing one, if its type must have one: %s",
    async (_, type, it) => {
      const object = z.object({ on: z.boolean(), it: type.meta({ showWhen: when("on").is(true) }) });
      for (const cstruct of [{ on: "false", it: "?" }, { on: "false" }]) {
        expect(read(object, cstruct)).toEqual({ on: false, it });
        const result = await schema(object).deserializeAsync(cstruct);
        expect(result.ok && result.value).toEqual({ on: false, it });
      }
    },
  );

  it("treats a missing shown value as its type does", () => {
    const shown = { showWhen: when("on").is(true) };
    const object = z.object({
      on: z.boolean(),
      a: z.string().optional().meta(shown),
      b: z.string().nullable().meta(shown),
      c: z.int().default(7).meta(shown),
      d: z.email().or(z.literal("")).meta(shown),
    });
    expect(read(object, { on: "true", a: "", b: "", c: "", d: "" })).toEqual({
      on: true,
      b: null,
      c: 7,
      d: "",
    });
    expect("a" in Object(read(object, { on: "true", a: "" }))).toBe(false);
  });

  it("accepts a type that only a missing value fits", () => {
    const nothing = z
      .never()
      .optional()
      .meta({ showWhen: when("a").isFilled() });
    const type = z.object({ a: z.string().optional(), b: nothing });
    expect(read(type, { a: "x", b: "" })).toEqual({ a: "x" });
    expect(read(type, { a: "x", b: "y" })).toHaveProperty("b");
    expect(read(type, { b: "y" })).toEqual({});
  });

  it("counts a hidden field as not filled for others", () => {
    const object = z.object({
      a: z.boolean(),
      b: z
        .string()
        .optional()
        .meta({ showWhen: when("a").is(true) }),
      c: z
        .string()
        .optional()
        .meta({ showWhen: when("b").isFilled() }),
      d: z
        .string()
        .optional()
        .meta({ showWhen: when("b").isNot("x") }),
    });
    expect(read(object, { a: "true", b: "x", c: "c", d: "d" })).toEqual({ a: true, b: "x", c: "c" });
    expect(read(object, { a: "false", b: "x", c: "c", d: "d" })).toEqual({ a: false, d: "d" });
  });

  it("compares typed values, and ignores texts that do not fit", () => {
    const of = (type: z.ZodType, condition: Parameters<typeof not>[0]) =>
      z.object({ it: type, shown: z.string().optional().meta({ showWhen: condition }) });
    const isShown = (type: z.ZodType, condition: Parameters<typeof not>[0], it: string): boolean =>
      "shown" in Object(read(of(type.optional().catch(undefined), condition), { it, shown: "s" }));
    expect(isShown(z.number(), when("it").is(5), "5.0")).toBe(true);
    expect(isShown(z.number(), when("it").isAbove(5), "5")).toBe(false);
    expect(isShown(z.number(), when("it").isAbove(5), "5.1")).toBe(true);
    expect(isShown(z.number(), when("it").isBelow(5), "abc")).toBe(false);
    expect(isShown(z.number(), when("it").isEmpty(), "abc")).toBe(true);
    expect(isShown(z.date(), when("it").isAbove(new Date("2026-01-01")), "2026-01-02")).toBe(true);
    expect(isShown(z.iso.date(), when("it").isBelow("2026-01-01"), "2025-12-31")).toBe(true);
    expect(isShown(z.string(), when("it").matches(/^ab/i), "ABC")).toBe(true);
    expect(isShown(z.string(), when("it").isOneOf(["a", "b"]), "b")).toBe(true);
    expect(isShown(z.string(), allOf(when("it").isNot("a"), not(when("it").is("b"))), "c")).toBe(true);
    expect(isShown(z.string(), anyOf(when("it").is("a"), when("it").is("b")), "c")).toBe(false);
    expect(
      isShown(z.codec(z.string(), z.number(), { decode: Number, encode: String }), when("it").is(5), "5"),
    ).toBe(true);
  });

  it("reads the object around, the root, and a group", () => {
    const object = z.object({
      kind: z.enum(["a", "b"]),
      address: z.object({
        country: z.string(),
        lines: z.array(
          z.object({
            own: z
              .string()
              .optional()
              .meta({ showWhen: when("../country").is("CH") }),
            top: z
              .string()
              .optional()
              .meta({ showWhen: when("../../kind").is("a") }),
            root: z
              .string()
              .optional()
              .meta({ showWhen: when("/kind").is("b") }),
          }),
        ),
      }),
      note: z
        .string()
        .optional()
        .meta({ showWhen: when("address.country").is("CH") }),
    });
    const line = { own: "o", top: "t", root: "r" };
    expect(read(object, { kind: "a", address: { country: "CH", lines: [line] }, note: "n" })).toEqual({
      kind: "a",
      address: { country: "CH", lines: [{ own: "o", top: "t" }] },
      note: "n",
    });
    expect(read(object, { kind: "b", address: { country: "DE", lines: [line] }, note: "n" })).toEqual({
      kind: "b",
      address: { country: "DE", lines: [{ root: "r" }] },
    });
  });

  it("lets a rule read a hidden field as undefined", () => {
    const object = Customer.refine(({ vat }) => vat === undefined, "No VAT");
    expect(read(object, { kind: "person", vat: "123" })).toEqual({ kind: "person" });
    expect(read(object, { kind: "company", vat: "123" })).toEqual({ "": "No VAT" });
  });

  it("hides fields in the options of unions", () => {
    const Option = (kind: string) =>
      z.object({ kind: z.literal(kind), on: z.boolean(), it: shownWhen(when("on").is(true), z.string()) });
    const tagged = z.object({ u: z.discriminatedUnion("kind", [Option("a"), Option("b")]) });
    expect(read(tagged, { u: { kind: "b", on: "no", it: "x" } })).toEqual({ u: { kind: "b", on: false } });
    expect(read(tagged, { u: { kind: "b", on: "yes", it: "" } })).toEqual({ "u.it": "Required" });
    const plain = z.object({
      u: z.union([
        z.object({ x: z.int() }),
        z.object({ on: z.boolean(), it: shownWhen(when("on").is(true), z.string()) }),
      ]),
    });
    expect(read(plain, { u: { __option__: "1", on: "no", it: "x" } })).toEqual({ u: { on: false } });
    expect(read(plain, { u: { on: "no", it: "x" } })).toEqual({
      "u.__option__": "Required",
    });
  });

  it.each([
    ["array", (item: z.ZodType) => z.array(item), (row: object) => [row]],
    [
      "array of a single value",
      (item: z.ZodType) => z.array(item).meta({ acceptScalar: true }),
      (row: object) => row,
    ],
    ["set", (item: z.ZodType) => z.set(item), (row: object) => [row]],
    ["set of values", (item: z.ZodType) => z.set(item), (row: object) => new Set([row])],
    ["map", (item: z.ZodType) => z.map(z.string(), item), (row: object) => [["x", row]]],
    ["map of values", (item: z.ZodType) => z.map(z.string(), item), (row: object) => new Map([["x", row]])],
    ["map as a mapping", (item: z.ZodType) => z.map(z.string(), item), (row: object) => ({ x: row })],
    ["record", (item: z.ZodType) => z.record(z.string(), item), (row: object) => ({ x: row })],
    ["record as pairs", (item: z.ZodType) => z.record(z.string(), item), (row: object) => [["x", row]]],
    [
      "record of known keys",
      (item: z.ZodType) => z.record(z.enum(["x"]), item),
      (row: object) => ({ x: row }),
    ],
    [
      "record of known keys as pairs",
      (item: z.ZodType) => z.record(z.enum(["x"]), item),
      (row: object) => [["x", row]],
    ],
    ["tuple", (item: z.ZodType) => z.tuple([z.string(), item]), (row: object) => ["x", row]],
    ["rest of a tuple", (item: z.ZodType) => z.tuple([z.string()], item), (row: object) => ["x", row]],
    [
      "optional list of lists",
      (item: z.ZodType) => z.array(z.array(item)).optional(),
      (row: object) => [[row]],
    ],
    [
      "codec",
      (item: z.ZodType) => z.codec(item, z.unknown(), { decode: (value) => value, encode: () => ({}) }),
      (row: object) => row,
    ],
    [
      "strict object",
      (item: z.ZodType) => z.strictObject({ i: z.array(item) }),
      (row: object) => ({ i: [row] }),
    ],
  ])("hides fields of the items of an %s", (name, wrap, post) => {
    const up = name === "strict object" ? "../../on" : "../on";
    const Item = z.strictObject({
      n: z.int(),
      it: z
        .string()
        .optional()
        .meta({ showWhen: when(up).is(true) }),
    });
    const object = z.object({ on: z.boolean(), list: wrap(Item) });
    const texts = (on: string) => ({ on, list: post({ n: "1", it: "secret" }) });
    const print = (value: unknown): string =>
      JSON.stringify(value, (_, part: unknown) =>
        part instanceof Set || part instanceof Map ? [...part] : part,
      );
    expect(print(read(object, texts("true")))).toContain('{"n":1,"it":"secret"}');
    expect(print(read(object, texts("false")))).toContain('{"n":1}');
    expect(print(read(object, texts("false")))).not.toContain("secret");
  });

  it("works with asynchronous checks, names like __proto__, and loose objects", async () => {
    const hidden = z
      .string()
      .optional()
      .meta({ showWhen: when("on").is(true) });
    const shape = {
      on: z.boolean(),
      ["__proto__"]: hidden,
      it: shownWhen(
        when("on").is(true),
        z.string().refine(async (text) => Promise.resolve(text === "ok"), "Wrong"),
      ),
    };
    const loose = schema(z.looseObject(shape));
    const post = (on: string, it: string) => ({ on, ["__proto__"]: "p", it, more: "m" });
    const result = await loose.deserializeAsync(post("true", "no"));
    expect(result.ok || result.error.asDict()).toEqual({ it: "Wrong" });
    expect(await loose.deserializeAsync(post("true", "ok"))).toEqual({
      ok: true,
      value: { on: true, ["__proto__"]: "p", it: "ok", more: "m" },
    });
    const absent = await loose.deserializeAsync(post("false", "no"));
    expect(absent.ok && Object.keys(absent.value)).toEqual(["on", "more"]);
  });

  it("uses the message for a missing value of the type", () => {
    const of = (type: z.ZodType) => z.object({ on: z.boolean(), it: shownWhen(when("on").is(true), type) });
    expect(read(of(z.string().meta({ requiredMessage: "Say it" })), { on: "on" })).toEqual({ it: "Say it" });
    expect(read(of(z.string({ error: "Own" })), { on: "on" })).toEqual({ it: "Own" });
    expect(read(of(z.string().min(1, "Empty")), { on: "on" })).toEqual({ it: "Empty" });
    expect(read(of(z.enum(["a"])), { on: "on" })).toEqual({ it: "Required" });
    expect(read(of(z.object({ a: z.string() })), { on: "on" })).toEqual({ it: "Required" });
    expect(read(of(z.unknown()), { on: "on" })).toEqual({ it: "Required" });
  });
});

describe("requireWhen", () => {
  it("requires a field that is always shown", () => {
    const object = z.object({
      a: z.string().optional(),
      b: z
        .string()
        .optional()
        .meta({ requireWhen: when("a").isFilled() }),
    });
    expect(read(object, { a: "", b: "" })).toEqual({});
    expect(read(object, { a: "x", b: "" })).toEqual({ b: "Required" });
    expect(read(object, { a: "", b: "y" })).toEqual({ b: "y" });
  });

  it.each([
    ["list", z.array(z.string()), [], ["a"]],
    ["set", z.set(z.string()), [], ["a"]],
    ["record", z.record(z.string(), z.int()), {}, { a: "1" }],
    ["map", z.map(z.string(), z.int()), [], [["a", "1"]]],
  ])("asks for an item of a %s, unless its own type is only shown", (_, type, none, some) => {
    const filled = when("a").isFilled();
    const object = z.object({
      a: z.string().optional(),
      asked: type.optional().meta({ requireWhen: filled }),
      shown: shownWhen(filled, type),
      both: type.optional().meta({ showWhen: filled, requireWhen: when("a").isFilled() }),
    });
    const result = read(object, { a: "x", asked: none, shown: none, both: none });
    expect(result).toEqual({ asked: "Required" });
    expect(read(object, { a: "x", asked: some, shown: none, both: none })).toHaveProperty("asked");
    expect(read(object, { a: "", asked: none })).toHaveProperty("asked");
    expect(read(object, { a: "x" })).toHaveProperty("both", "Required");
  });

  it("allows two fields that require each other", () => {
    const object = z.object({
      a: z
        .string()
        .optional()
        .meta({ requireWhen: when("b").isFilled() }),
      b: z
        .string()
        .optional()
        .meta({ requireWhen: when("a").isFilled() }),
    });
    expect(read(object, { a: "x" })).toEqual({ b: "Required" });
    expect(read(object, { b: "x" })).toEqual({ a: "Required" });
    expect(read(object, {})).toEqual({});
  });
});
