import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PathError } from "../paths/path-error.ts";
import { getValue, setValue } from "./value.ts";

const Preset = z.object({
  name: z.string(),
  cycles: z.array(z.array(z.object({ angle: z.number(), dwell: z.int().optional() }))).optional(),
  labels: z.record(z.string(), z.string()).nullable(),
  either: z.union([z.array(z.int()), z.record(z.string(), z.int())]),
  json: z.custom<unknown>(() => true),
});
const preset = { name: "sweep", cycles: [[{ angle: 90 }], []], labels: null };

describe("getValue", () => {
  it("reads a value by text, or by names and positions", () => {
    expect(getValue(Preset, preset, "cycles.0.0.angle")).toBe(90);
    expect(getValue(Preset, preset, ["cycles", 0, 0, "angle"])).toBe(90);
    expect(getValue(Preset, preset, "")).toBe(preset);
  });

  it("returns undefined for absent data", () => {
    expect(getValue(Preset, preset, "cycles.7.0.angle")).toBeUndefined();
    expect(getValue(Preset, preset, "labels.x")).toBeUndefined();
    expect(getValue(Preset, undefined, "labels.__proto__")).toBeUndefined();
    expect(getValue(Preset, { labels: {} }, "labels.constructor")).toBeUndefined();
  });

  it.each(["nome", "name.x", "name.length", "cycles.first", "cycles.-1", "cycles.0.0.speed", "constructor"])(
    "refuses %s, which is nowhere in the schema",
    (path) => {
      expect(() => getValue(Preset, preset, path)).toThrow(new PathError(path, `No "${path}" in the schema`));
    },
  );

  it("reads any path if the schema allows anything there", () => {
    expect(getValue(Preset, { json: { a: [1] } }, "json.a.0")).toBe(1);
    expect(getValue(z.looseObject({}), { a: { b: 1 } }, "a.b")).toBe(1);
  });
});

describe("setValue", () => {
  it("copies the values above the path, and shares the rest", () => {
    const changed = setValue(Preset, preset, "cycles.0.0.angle", 45);
    expect(changed).toEqual({ name: "sweep", cycles: [[{ angle: 45 }], []], labels: null });
    expect(getValue(Preset, changed, "cycles.1")).toBe(preset.cycles[1]);
    expect(preset.cycles[0]).toEqual([{ angle: 90 }]);
    expect(setValue(Preset, preset, "", 1)).toBe(1);
  });

  it("creates missing lists and mappings", () => {
    expect(setValue(Preset, undefined, "cycles.0.0.angle", 1)).toEqual({ cycles: [[{ angle: 1 }]] });
    expect(setValue(Preset, preset, "labels.de", "Schwenk")).toHaveProperty("labels", { de: "Schwenk" });
    expect(setValue(Preset, preset, "cycles.2", [])).toHaveProperty("cycles.length", 3);
  });

  it.each([
    ["cycles.3", `Can't set "cycles.3": the list has 2 items`],
    ["cycles.x", `No "cycles.x" in the schema`],
    ["nome", `No "nome" in the schema`],
    ["either.0", `Can't set "either.0": the schema allows both a list and a mapping above it`],
    ["json.a", `Can't set "json.a": the schema allows both a list and a mapping above it`],
  ])("refuses %s", (path, message) => {
    expect(() => setValue(Preset, preset, path, 1)).toThrow(new PathError(path, message));
  });

  it("refuses to put parts into data of another shape", () => {
    expect(() => setValue(Preset, { cycles: "x" }, "cycles.0", [])).toThrow("has no parts");
    expect(() => setValue(Preset, { cycles: {} }, "cycles.0", [])).toThrow("a list is expected");
    expect(() => setValue(Preset, [], "name", "a")).toThrow("a mapping is expected");
    expect(setValue(Preset, { either: [1] }, "either.0", 2)).toEqual({ either: [2] });
    expect(setValue(Preset, { either: {} }, "either.0", 2)).toEqual({ either: { "0": 2 } });
  });

  it("reads __proto__ as a name, and keeps an object's prototype", () => {
    const changed = setValue(z.record(z.string(), z.int()), { a: 1 }, "__proto__", 2);
    expect(Object.entries(changed ?? {})).toEqual([
      ["a", 1],
      ["__proto__", 2],
    ]);
    const bare: object = Object.assign(Object.create(null), { labels: null });
    expect(Object.getPrototypeOf(setValue(Preset, Object.freeze(bare), "name", "a"))).toBeNull();
  });

  it("sets the value that getValue reads", () => {
    const names = fc.constantFrom("a", "__proto__", "a.b", "", "*");
    const path = fc.oneof(
      fc.constant(["name"]),
      fc.tuple(fc.constant("labels"), names),
      fc.tuple(fc.constant("cycles"), fc.nat(2)),
      fc.tuple(fc.constant("cycles"), fc.nat(1), fc.constant(0), fc.constantFrom("angle", "dwell")),
    );
    fc.assert(
      fc.property(path, fc.anything(), (path, value) => {
        const changed = setValue(Preset, preset, path, value);
        expect(getValue(Preset, changed, path)).toBe(value);
        expect(preset).toEqual({ name: "sweep", cycles: [[{ angle: 90 }], []], labels: null });
      }),
    );
  });
});
