import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { decimal, Decimal } from "../types/decimal.ts";
import { flatten } from "./flatten.ts";

const Move = z.object({ angle: z.number(), dwell: z.int().optional() });
const Preset = z.object({
  name: z.string(),
  cycles: z.array(z.array(Move)).default([]),
  made: z.date().nullish(),
});
const preset = { name: "sweep", cycles: [[{ angle: 90 }, { angle: 0, dwell: 5 }], []], made: new Date(0) };

describe("flatten", () => {
  it("writes nested data as paths and values", () => {
    expect(flatten(Preset, preset)).toEqual({
      name: "sweep",
      "cycles.0.0.angle": 90,
      "cycles.0.1.angle": 0,
      "cycles.0.1.dwell": 5,
      "cycles.1": [],
      made: new Date(0),
    });
  });

  it("accepts a type, a compiled schema or a node", () => {
    const compiled = schema(Preset);
    expect(flatten(compiled, preset)).toEqual(flatten(Preset, preset));
    expect(flatten(compiled.node, preset)).toEqual(flatten(Preset, preset));
  });

  it("leaves absent parts absent, and keeps null, undefined and other shapes", () => {
    expect(flatten(Preset, { name: "a" })).toEqual({ name: "a" });
    const odd = { name: undefined, cycles: [null, "x"], made: null };
    expect(Object.entries(flatten(Preset, odd))).toEqual([
      ["name", undefined],
      ["cycles.0", null],
      ["cycles.1", "x"],
      ["made", null],
    ]);
    expect(flatten(Preset, null)).toEqual({ "": null });
    expect(flatten(Preset, {})).toEqual({ "": {} });
    expect(flatten(z.string(), "a")).toEqual({ "": "a" });
  });

  it("keeps sets, maps and own values whole, and splits own objects at places of fields", () => {
    const type = z.object({
      tags: z.set(z.string()),
      price: z.union([decimal(), z.object({ amount: z.int() })]),
    });
    const data = { tags: new Set(["a"]), price: Decimal("1.50") };
    expect(flatten(type, data)).toEqual(data);
    class Row {
      angle = 1;
    }
    expect(flatten(Move, new Row())).toEqual({ angle: 1 });
  });

  it("keeps unknown values whole, and values that may be a list or a mapping", () => {
    const type = z.looseObject({ either: z.union([z.array(z.int()), z.record(z.string(), z.int())]) });
    expect(flatten(type, { either: [1], other: { a: [1] } })).toEqual({ either: [1], other: { a: [1] } });
  });

  it("flattens a huge list", () => {
    const items = Array.from({ length: 200_000 }, (_, i) => i);
    expect(Object.keys(flatten(z.array(z.int()), items))).toHaveLength(200_000);
    const sparse: number[] = [];
    sparse[2] = 1;
    expect(flatten(z.array(z.int()), sparse)).toEqual({ "0": undefined, "1": undefined, "2": 1 });
  });
});
