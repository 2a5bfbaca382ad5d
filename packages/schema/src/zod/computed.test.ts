import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { when } from "../conditions/when.ts";
import { schema } from "../schema.ts";

/** Returns the value, or the errors by path. */
function read(type: z.ZodType, cstruct: unknown): unknown {
  const result = schema(type).deserialize(cstruct);
  return result.ok ? result.value : result.error.asDict();
}

const Line = z.object({
  price: z.number(),
  count: z.int().default(1),
  total: z
    .number()
    .max(100)
    .meta({
      computed: ({ price, count }: { price?: number; count?: number }) =>
        price === undefined || count === undefined ? undefined : price * count,
    }),
});

describe("computed", () => {
  it("computes a field from its siblings, whatever was posted", () => {
    expect(read(Line, { price: "2.5", count: "4", total: "999" })).toEqual({
      price: 2.5,
      count: 4,
      total: 10,
    });
    expect(read(Line, { price: "2.5", count: "" })).toEqual({ price: 2.5, count: 1, total: 2.5 });
  });

  it("checks the computed value", () => {
    expect(read(Line, { price: "50", count: "3" })).toEqual({ total: expect.stringContaining("100") });
  });

  it("reports a missing or failed value, unless a sibling is wrong", () => {
    expect(read(Line, { price: "x", count: "3" })).toEqual({ price: expect.any(String) });
    const fail = () => {
      throw new Error("no table");
    };
    for (const b of [z.string(), z.string().optional(), z.string().default("x")]) {
      const failing = z.object({ a: z.int(), b: b.meta({ computed: fail }) });
      expect(read(failing, { a: "x" })).toEqual({ a: expect.any(String) });
      const result = schema(failing).deserialize({ a: "1" });
      expect(!result.ok && result.error.asDict()).toEqual({ b: "This can't be computed" });
      expect(!result.ok && result.error.flatten()).toMatchObject([
        { code: "notComputed", path: ["b"], values: { reason: "no table" } },
      ]);
    }
    const missing = z.object({ a: z.int(), b: z.string().meta({ computed: () => undefined }) });
    expect(read(missing, { a: "1" })).toEqual({ b: "Required" });
  });

  it("gives siblings that do not fit their checks as undefined", () => {
    const computed = vi.fn((siblings: object) => JSON.stringify(siblings));
    const type = z.object({
      a: z.string().min(3),
      b: z.string().transform((text) => text.length),
      list: z.array(z.int()),
      group: z.object({ x: z.int(), y: z.int() }),
      set: z.set(z.enum(["s", "t"])),
      map: z.map(z.string(), z.int()),
      record: z.record(z.string(), z.int()),
      tuple: z.tuple([z.int(), z.string()]),
      none: z.string().nullable(),
      union: z.discriminatedUnion("k", [z.object({ k: z.literal("p"), v: z.int() })]),
      c: z
        .string()
        .meta({ computed: (siblings: object) => computed(JSON.parse(JSON.stringify(siblings, plain))) }),
    });
    const cstruct = {
      a: "no",
      b: "four",
      list: ["1", "x"],
      group: { x: "x", y: "2" },
      set: ["s", "u"],
      map: [["m", "1"]],
      record: { r: "1" },
      tuple: ["1", "t"],
      none: "",
      union: { k: "p", v: "3" },
    };
    read(type, cstruct);
    expect(computed).toHaveBeenLastCalledWith({
      b: 4,
      list: [1, null],
      group: { y: 2 },
      set: ["s", null],
      map: [["m", 1]],
      record: { r: 1 },
      tuple: [1, "t"],
      none: null,
      union: { k: "p", v: 3 },
    });
  });

  it("gives the parts of a computed value that do not fit to no reader", () => {
    const print = ({ list, sum = "none" }: { list?: unknown; sum?: unknown }) => JSON.stringify([list, sum]);
    const inside = vi.fn(print);
    const outside = vi.fn(({ item = {} }: { item?: object }) => print(item));
    const Item = z.object({
      list: z.array(z.int().max(5)).meta({ computed: () => [4, 7] }),
      sum: z
        .int()
        .max(5)
        .meta({ computed: () => 6 }),
      inside: z.string().meta({ computed: inside }),
    });
    const type = z.object({ item: Item, outside: z.string().meta({ computed: outside }) });
    expect(Object.keys(Object(read(type, { item: {} })))).toEqual(["item.list.1", "item.sum"]);
    expect(inside).toHaveLastReturnedWith('[[4,null],"none"]');
    expect(outside).toHaveLastReturnedWith('[[4,null],"none"]');
  });

  it("lets computed fields read others in any order, once each", () => {
    const double = vi.fn(({ n }: { n?: number }) => (n ?? 0) * 2);
    const type = z.object({
      quadruple: z.int().meta({ computed: ({ double: d }: { double: number }) => d * 2 }),
      double: z.int().meta({ computed: double }),
      again: z.int().meta({ computed: ({ double: d }: { double: number }) => d }),
      n: z.int(),
    });
    const compiled = schema(type);
    double.mockClear();
    expect(compiled.deserialize({ n: "3" })).toMatchObject({
      value: { quadruple: 12, double: 6, again: 6, n: 3 },
    });
    expect(double).toHaveBeenCalledTimes(1);
  });

  it("shows no computed field to a function that copies its siblings", () => {
    const copied = { computed: (siblings: object) => Object.keys({ ...siblings }).join() };
    const type = z.object({ n: z.int(), a: z.string().meta(copied), b: z.string().meta(copied) });
    expect(read(type, { n: "3" })).toEqual({ n: 3, a: "n", b: "n" });
  });

  it("stops at computed fields that read each other", () => {
    const type = z.object({
      a: z.int().meta({ computed: ({ b }: { b: number }) => b }),
      b: z.int().meta({ computed: ({ a }: { a: number }) => a }),
    });
    expect(() => schema(type)).toThrow('Computed fields read each other: "a" → "b" → "a"');
  });

  it("refuses promises, and leaves no rejection unhandled", () => {
    const type = z.object({
      a: z.string().meta({ computed: () => Promise.reject(new Error("No database")) }),
    });
    expect(() => schema(type)).toThrow('The computed field "a" is a promise');
  });

  it("reads computed fields of groups inside, in lists and recursive types", () => {
    const Node = z.object({
      own: z.int(),
      get kids() {
        return z.array(Node);
      },
      sum: z.int().meta({
        computed: ({ own, kids }: { own?: number; kids: { sum?: number }[] }) =>
          kids.reduce((sum, kid) => sum + (kid.sum ?? 0), own ?? 0),
      }),
    });
    expect(
      read(Node, {
        own: "1",
        kids: [
          { own: "2", kids: [] },
          { own: "3", kids: [{ own: "4", kids: [] }] },
        ],
      }),
    ).toMatchObject({
      sum: 10,
      kids: [{ sum: 2 }, { sum: 7, kids: [{ sum: 4 }] }],
    });
  });

  it("leaves out a hidden computed field, and sees hidden siblings as undefined", () => {
    const type = z.object({
      on: z.boolean(),
      a: z
        .string()
        .default("d")
        .meta({ showWhen: when("on").is(true) }),
      c: z
        .string()
        .optional()
        .meta({ showWhen: when("on").is(true), computed: () => "c" }),
      seen: z.string().meta({ computed: ({ a }: { a?: string }) => String(a) }),
    });
    expect(read(type, { on: "true", a: "", c: "forged" })).toEqual({ on: true, a: "d", c: "c", seen: "d" });
    expect(read(type, { on: "false", a: "x", c: "forged" })).toEqual({
      on: false,
      a: "d",
      seen: "undefined",
    });
  });

  it("works in the options of unions, and waits for no asynchronous check", async () => {
    const type = z.object({
      u: z.discriminatedUnion("k", [
        z.object({ k: z.literal("a"), n: z.int(), c: z.int().meta({ computed: ({ n = 0 }) => n }) }),
      ]),
      slow: z.string().refine(async () => Promise.resolve(true)),
      seen: z.string().meta({ computed: ({ slow }: { slow?: string }) => String(slow) }),
    });
    expect(await schema(type).deserializeAsync({ u: { k: "a", n: "3", c: "9" }, slow: "s" })).toEqual({
      ok: true,
      value: { u: { k: "a", n: 3, c: 3 }, slow: "s", seen: "undefined" },
    });
  });
});

/** Shows sets and maps as lists. */
function plain(_: string, value: unknown): unknown {
  return value instanceof Set || value instanceof Map ? [...value] : value;
}
