import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "./schema.ts";

/** The value, or the errors by path. */
function run(type: z.ZodType, input: unknown): unknown {
  const result = schema(type).deserialize(input);
  return result.ok ? result.value : result.error.asDict();
}

/** The texts, or the errors by path. */
function shown(type: z.ZodType, value: unknown): unknown {
  const result = schema(type).trySerialize(value);
  return result.ok ? result.cstruct : result.error.asDict();
}

describe("unions", () => {
  it("parse in linear time if they are recursive", () => {
    let calls = 0;
    const counted = z.string().refine(() => ++calls > 0);
    const Tree: z.ZodType = z.lazy(() =>
      z.union([
        z.object({ inner: Tree.optional(), a: z.string() }),
        z.object({ inner: Tree.optional(), b: counted }),
      ]),
    );
    let nested: object = { b: "x" };
    for (let depth = 0; depth < 20; depth++) nested = { inner: nested, b: "x" };
    expect(run(Tree, nested)).toEqual(nested);
    expect(calls).toBeLessThan(500);
    calls = 0;
    expect(run(Tree, schema(Tree).serialize(nested))).toEqual(nested);
    expect(calls).toBeLessThan(500);
  });

  it("keep numbers and booleans of JSON", () => {
    const type = z.union([z.number(), z.boolean()]);
    expect([true, 1, "1", "true"].map((value) => run(type, value))).toEqual([true, 1, 1, true]);
    expect(run(z.union([z.boolean(), z.number()]), 1)).toBe(1);
    expect(run(z.union([z.string(), z.null()]), "")).toBe(null);
  });

  it("show a value by the option that accepts it", () => {
    const type = z.union([z.object({ day: z.date() }), z.array(z.int()), z.boolean()]);
    expect(shown(z.array(type), [{ day: new Date("2020-01-02") }, [1], true])).toEqual([
      { day: "2020-01-02" },
      ["1"],
      "true",
    ]);
  });
});

describe("wrappers and pipes", () => {
  it("treat an empty text as missing through a preprocess", () => {
    const trimmed = z.preprocess((value) => (typeof value === "string" ? value.trim() : value), z.string());
    expect(
      [trimmed.optional(), trimmed.nullable(), trimmed.default("d")].map((type) => run(type, "")),
    ).toEqual([undefined, null, "d"]);
    expect(run(trimmed, "")).toEqual({ "": "Required" });
    expect(run(trimmed, " x ")).toBe("x");
  });

  it("show a codec's value by encoding it, valid or not", () => {
    const range = z.codec(z.object({ lo: z.int(), hi: z.int().max(5) }), z.tuple([z.int(), z.int()]), {
      decode: ({ lo, hi }): [number, number] => [lo, hi],
      encode: ([lo, hi]) => ({ lo, hi }),
    });
    expect(shown(range, [1, 20])).toEqual({ lo: "1", hi: "20" });
    expect(run(range, { lo: "1", hi: "20" })).toEqual({ hi: "Must be 5 or less" });
    const days = z.codec(z.string(), z.date(), {
      decode: (text) => new Date(`2020-${text}`),
      encode: (day) => day.toISOString().slice(5, 10),
    });
    expect(shown(days.optional(), new Date("2020-03-04"))).toBe("03-04");
    expect(shown(days, "hello")).toEqual({ "": "Invalid date" });
    expect(schema(days).serialize("hello")).toBe("hello");
  });

  it("do not check absent values", () => {
    const seen: unknown[] = [];
    const type = z.object({
      list: z
        .array(z.int())
        .optional()
        .refine((list) => seen.push(list) > 0),
    });
    expect([run(type, {}), run(type, { list: ["1"] })]).toEqual([{}, { list: [1] }]);
    expect(seen).toEqual([[1]]);
  });

  it("show null if it is a value, and a default for a missing one", () => {
    const type = z.object({ a: z.string().nullable().default("d"), b: z.string().default("d") });
    expect(shown(type, { a: null, b: null })).toEqual({ b: "d" });
    expect(shown(type, {})).toEqual({ a: "d", b: "d" });
  });

  it("compute each default again", () => {
    const lists = schema(z.object({ list: z.array(z.string()).default(() => []) }));
    const [one, two] = [lists.deserialize({}), lists.deserialize({})];
    expect(one).toEqual({ ok: true, value: { list: [] } });
    expect(one.ok && two.ok && one.value.list !== two.value.list).toBe(true);
  });
});

describe("collections", () => {
  it("keep the positions and messages of wrong items", () => {
    expect(run(z.set(z.int()), ["1", "x"])).toEqual({ "1": '"x" is not a number' });
    expect(
      run(z.map(z.string(), z.int()), [
        ["a", "1"],
        ["b", "x"],
      ]),
    ).toEqual({ "1.1": '"x" is not a number' });
    expect(run(z.map(z.int(), z.boolean()), { "1": "yes" })).toEqual(new Map([[1, true]]));
    expect(run(z.set(z.int(), "A set, please"), "x")).toEqual({ "": "A set, please" });
    const Lists = z.object({ set: z.set(z.string()), map: z.map(z.string(), z.int()) });
    expect(run(Lists, {})).toEqual({ set: "Required", map: "Required" });
    expect(shown(z.map(z.int(), z.date()), new Map([[1, new Date("2020-01-02")]]))).toEqual([
      ["1", "2020-01-02"],
    ]);
  });

  it("refuse to show values of another type", () => {
    const type = z.object({
      file: z.file().optional(),
      tag: z.enum(["a"]).optional(),
      on: z.stringbool().optional(),
      set: z.set(z.int()).optional(),
    });
    expect(shown(type, { file: 5, tag: ["a"], on: "x", set: { a: 1 } })).toEqual({
      file: '"5" is not a file',
      tag: "Choose one of the options",
      on: '"x" is neither true nor false',
      set: '"{…}" is not a list',
    });
  });
});

describe("asynchronous schemas", () => {
  it("throw an error that names deserializeAsync", () => {
    const type = z.string().refine(async () => true);
    expect(() => schema(type).deserialize("x")).toThrow("use deserializeAsync");
  });
});
