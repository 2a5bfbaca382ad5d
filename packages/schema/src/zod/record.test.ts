import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";

/** The value, or the errors by path. */
function run(type: z.ZodType, input: unknown): unknown {
  const result = schema(type).deserialize(input);
  return result.ok ? result.value : result.error.asDict();
}

describe("a record", () => {
  const Prices = z.record(z.string().regex(/^[a-z_]+$/), z.number().min(0));

  it("is read from a mapping and from a list of pairs", () => {
    expect(run(Prices, { apple: "1", pear: "2.5" })).toEqual({ apple: 1, pear: 2.5 });
    expect(
      run(Prices, [
        ["apple", "1"],
        ["pear", "2.5"],
      ]),
    ).toEqual({ apple: 1, pear: 2.5 });
    expect(run(Prices, [])).toEqual({});
  });

  it("reports the position of a wrong pair, and its key or value", () => {
    expect(run(Prices, [["apple", "-1"], ["", "1"], ["PEAR", ""], ["plum"]])).toEqual({
      "0.1": "Must be 0 or more",
      "1.0": "Required",
      "2.0": "Use the expected format",
      "2.1": "Required",
      "3": "Enter 2 items instead of 1",
    });
    expect(run(Prices, [["a", "1", "2"], "b"])).toMatchObject({ "1": '"b" is not a list' });
    expect(run(Prices, "x")).toEqual({
      "": '"x" is not a group of fields',
    });
  });

  it("accepts any name, and keeps the last of equal ones", () => {
    const Any = z.record(z.string(), z.int());
    for (const input of [[["__proto__", "1"]], JSON.parse('{"__proto__":"1"}')]) {
      const value = run(Any, input);
      expect(Object.getOwnPropertyDescriptor(value, "__proto__")?.value).toBe(1);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    }
    expect(
      run(Any, [
        ["constructor", "1"],
        ["constructor", "2"],
      ]),
    ).toEqual({ constructor: 2 });
  });

  it("reads numeric keys by their text", () => {
    expect(run(z.record(z.number(), z.boolean()), [["7", "true"]])).toEqual({ 7: true });
    expect(run(z.record(z.number(), z.boolean()), [["x", "true"]])).toEqual({ "0.0": '"x" is not a number' });
  });

  it("requires every key of a closed set, unless it is partial", () => {
    const Day = z.enum(["mon", "tue"]);
    expect(run(z.record(Day, z.int()), [["mon", "1"]])).toEqual({ "": "Missing: tue" });
    expect(run(z.record(Day, z.int().default(8)), [["mon", "1"]])).toEqual({ mon: 1, tue: 8 });
    expect(run(z.partialRecord(Day, z.int()), [["mon", "1"]])).toEqual({ mon: 1 });
    expect(run(z.partialRecord(Day, z.int()), [["sun", "1"]])).toEqual({
      "0.0": "Choose one of the options",
    });
    expect(run(z.record(Day, z.int()), { mon: "1" })).toEqual({ tue: "Required" });
    expect(run(z.record(Day, z.int()), { mon: "1", tue: "2" })).toEqual({ mon: 1, tue: 2 });
    expect(run(z.record(Day, z.int()), { mon: "1", tue: "2", sun: "3" })).toEqual({
      "": "Remove the unknown fields: sun",
    });
  });

  it("has a field for each key of a closed set, unless it is partial", () => {
    const Day = z.enum(["mon", "tue"]);
    const { node } = schema(z.record(Day, z.int()).meta({ title: "Days" }));
    expect(node).toMatchObject({ kind: "object", title: "Days" });
    expect(node.children.map(({ name, kind }) => [name, kind])).toEqual([
      ["mon", "integer"],
      ["tue", "integer"],
    ]);
    expect(schema(z.record(z.literal([1, 2]), z.int())).node.children.map(({ name }) => name)).toEqual([
      "1",
      "2",
    ]);
    expect(schema(z.partialRecord(Day, z.int())).node.kind).toBe("record");
    expect(schema(z.looseRecord(Day, z.int())).node.kind).toBe("record");
  });

  it("checks lists and mappings alike", () => {
    const few = Prices.refine((prices) => Object.keys(prices).length < 2, "Too many");
    expect(run(few, { a: "1", b: "2" })).toEqual({ "": "Too many" });
    expect(
      run(few, [
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual({ "": "Too many" });
  });

  it("reports a key of any shape at its path", () => {
    const bare: unknown = Object.create(null);
    for (const shape of [bare, [bare]])
      expect(run(z.record(z.literal("mon"), z.int().optional()), [[shape, "1"]])).toMatchObject({
        "0.0": expect.any(String),
      });
  });

  it("titles the fields of a closed set by their keys, because the values have one title", () => {
    const hours = z.string().meta({ title: "Hours", description: "Like 9–17" });
    const { children } = schema(z.record(z.enum(["weekdays", "weekend"]), hours)).node;
    expect(children.map(({ title, meta }) => [title, meta.description])).toEqual([
      ["Weekdays", "Like 9–17"],
      ["Weekend", "Like 9–17"],
    ]);
  });

  it("may be recursive", () => {
    const Tree: z.ZodType = z.lazy(() => z.record(z.string(), Tree));
    expect(run(Tree, [["a", [["b", []]]]])).toEqual({ a: { b: {} } });
  });

  it("has a pair of key and value", () => {
    const { entry } = schema(Prices).node;
    expect(entry?.children.map(({ name, kind }) => [name, kind])).toEqual([
      ["key", "string"],
      ["value", "number"],
    ]);
    expect(entry?.child(1)?.kind).toBe("number");
    expect(schema(z.map(z.string(), z.int())).node.entry?.kind).toBe("tuple");
    expect(schema(z.string()).node.entry).toBeUndefined();
  });
});
