import { describe, expect, it } from "vitest";
import { z } from "zod";
import { atLeast } from "./checks/bounds.ts";
import { schema } from "./schema.ts";
import { time } from "./types/time.ts";

/** The value, or the errors by path. */
function run(type: z.ZodType, input: unknown): unknown {
  const result = schema(type).deserialize(input);
  return result.ok ? result.value : result.error.asDict();
}

const Move = z.object({ angle: z.number().min(0).max(180), speed: z.int(), dwell: z.int().default(0) });
const Preset = z.object({
  name: z.string().min(1).max(5),
  loop: z.boolean(),
  cycles: z.array(z.array(Move)).min(1).max(3),
});

describe("schema", () => {
  it("converts strings to the schema's output", () => {
    const posted = { name: "sweep", loop: "true", cycles: [[{ angle: "45.5", speed: "30", dwell: "" }], []] };
    expect(run(Preset, posted)).toEqual({
      name: "sweep",
      loop: true,
      cycles: [[{ angle: 45.5, speed: 30, dwell: 0 }], []],
    });
  });

  it("reports every error at its dotted path, in schema order", () => {
    const posted = {
      cycles: [
        [],
        [
          { angle: "270", speed: "fast" },
          { angle: "", speed: "1.5" },
        ],
      ],
      name: "too long",
    };
    expect(run(Preset, posted)).toEqual({
      name: "Enter at most 5 characters",
      loop: "Required",
      "cycles.1.0.angle": "Must be 180 or less",
      "cycles.1.0.speed": '"fast" is not a number',
      "cycles.1.1.angle": "Required",
      "cycles.1.1.speed": '"1.5" is not a whole number',
    });
  });

  it("treats an empty text as missing unless the leaf allows it", () => {
    expect(run(z.string(), "")).toEqual({ "": "Required" });
    expect(run(z.string().meta({ allowEmpty: true }), "")).toBe("");
    expect(run(z.string().meta({ requiredMessage: "Need ${title}", title: "Tea" }), "")).toEqual({
      "": "Need Tea",
    });
    expect(
      run(
        z.object({
          a: z.string().optional(),
          b: z.string().nullable(),
          c: z.string().nullish(),
          d: z.string().default("x"),
        }),
        {},
      ),
    ).toEqual({
      b: null,
      d: "x",
    });
  });

  it("does not invent a value for a missing coerced one", () => {
    expect(run(z.coerce.string(), "")).toEqual({ "": "Required" });
    expect(run(z.coerce.number(), "7")).toBe(7);
  });

  it("leaves missing optional items out, and keeps their positions in errors", () => {
    const Tags = z.array(z.string().max(2).optional());
    expect(run(Tags, ["a", "", "b"])).toEqual(["a", "b"]);
    expect(run(Tags, ["a", "", "long"])).toEqual({ "2": "Enter at most 2 characters" });
  });

  it("skips a parent's refinement that reads a value with a failed check", () => {
    const Range = z
      .object({ low: z.int().min(0), high: z.int() })
      .refine((range) => range.low < range.high, { error: "Low must be below high", path: ["low"] });
    expect(run(Range, { low: "-1", high: "-2" })).toEqual({ low: "Must be 0 or more" });
    expect(run(Range, { low: "3", high: "2" })).toEqual({ low: "Low must be below high" });
  });

  it("refuses an over-long list before its items", () => {
    expect(run(z.array(z.int()).max(2), ["x", "y", "z"])).toEqual({ "": "Keep at most 2" });
  });

  it("decodes enums and literals by their text", () => {
    expect(run(z.enum(["red", "green"]), "red")).toBe("red");
    expect(run(z.enum({ One: 1, Two: 2 }), "2")).toBe(2);
    expect(run(z.literal([1, true, null]), "null")).toBe(null);
    expect(run(z.enum(["red", "green"]), "blue")).toEqual({ "": "Choose one of the options" });
  });

  it("reports values of another shape", () => {
    expect(run(Preset, "x")).toEqual({
      "": '"x" is not a group of fields',
    });
    expect(run(z.array(Move), ["text", ["list"]])).toEqual({
      "0": '"text" is not a group of fields',
      "1": '"list" is not a group of fields',
    });
    expect(run(Move, new File([], "a.txt"))).toEqual({
      "": '"a.txt" is not a group of fields',
    });
    expect(run(z.array(z.string()), { a: "b" })).toEqual({ "": '"{…}" is not a list' });
    expect(run(z.string(), ["a"])).toEqual({ "": '"a" is not a text' });
  });

  it("requires a value whose preprocess has a check behind it", () => {
    const trimmed = z.preprocess((value) => value, z.string()).refine((text) => text.length > 1);
    expect(run(z.object({ name: trimmed }), {})).toEqual({ name: "Required" });
    expect(run(z.object({ name: trimmed.optional() }), {})).toEqual({});
  });

  it("reads a date, a set and bytes as no mapping", () => {
    const type = z.object({ a: z.string().optional() });
    for (const value of [new Date(0), new Set(["a"]), new Map(), new Uint8Array([1])])
      expect(schema(type).deserialize(value).ok).toBe(false);
  });

  it("checks a time only if it is one", () => {
    const late = time().check(atLeast("17:00:00"));
    expect(run(late, "soon")).toEqual({ "": "Invalid time" });
  });

  it("reads own keys only, and refuses or keeps unknown ones", () => {
    const posted = JSON.parse('{"a":"1","__proto__":{"b":"2"},"x":"3"}');
    expect(run(z.object({ a: z.int(), b: z.string().optional() }), posted)).toEqual({ a: 1 });
    expect(run(z.object({ constructor: z.string() }), {})).toEqual({ constructor: "Required" });
    expect(run(z.strictObject({ a: z.int() }), posted)).toEqual({
      "": "Remove the unknown fields: __proto__, x",
    });
    expect(run(z.looseObject({ a: z.int() }), { a: "1", x: "3" })).toEqual({ a: 1, x: "3" });
  });

  it("uses messages of a catalogue, after the schema's own", () => {
    const type = z.object({ a: z.int(), b: z.string().min(3, "Three or more") });
    const result = schema(type).deserialize({ b: "x" }, { messages: { required: "Fehlt: ${title}" } });
    expect(!result.ok && result.error.asDict()).toEqual({ a: "Fehlt: A", b: "Three or more" });
  });

  it("waits for asynchronous refinements", async () => {
    const type = z.object({ name: z.string().refine(async (name) => name !== "taken", "Taken") });
    const result = await schema(type).deserializeAsync({ name: "taken" });
    expect(!result.ok && result.error.asDict()).toEqual({ name: "Taken" });
  });

  it("reads null, numbers and booleans of JSON", () => {
    expect(
      run(z.object({ a: z.int(), b: z.boolean(), c: z.string().optional() }), { a: "1", b: 0, c: null }),
    ).toEqual({ a: 1, b: false });
    expect(run(z.object({ a: z.string().nullish(), b: z.string().nullable() }), { a: null })).toEqual({
      a: null,
      b: null,
    });
    expect(run(z.string(), 5)).toEqual({ "": '"5" is not a text' });
    expect(run(z.int(), { a: 1 })).toEqual({ "": '"{…}" is not a number' });
  });

  it("throws an error with the unsupported type and its path", () => {
    expect(() => schema(z.object({ a: z.array(z.promise(z.string())) }))).toThrow(
      'Field "a.*" is a z.promise()',
    );
  });
});

describe("schema of what is no type", () => {
  it.each([
    ["fields", { name: z.string() }],
    ["a type of another library", { parse: String, _def: {} }],
    ["nothing", null],
  ])("refuses %s", (_, type) => {
    // As a JavaScript user calls it, whom types don't warn.
    expect(() => Reflect.apply(schema, undefined, [type])).toThrow(/zod 4/);
  });
});

describe("Invalid", () => {
  it("is written as JSON by its messages", () => {
    const result = schema(Move).deserialize({ angle: "270", speed: "" });
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      ok: false,
      error: { angle: "Must be 180 or less", speed: "Required" },
    });
  });
});

describe("serialize", () => {
  it("writes the texts that deserialize reads", () => {
    const value = { name: "sweep", loop: false, cycles: [[{ angle: 1.5, speed: 2, dwell: 0 }]] };
    const texts = schema(Preset).serialize(value);
    expect(texts).toEqual({
      name: "sweep",
      loop: "false",
      cycles: [[{ angle: "1.5", speed: "2", dwell: "0" }]],
    });
    expect(run(Preset, texts)).toEqual(value);
  });

  it("shows defaults and initial values in an empty form, and nothing else", () => {
    const type = z.object({
      a: z.string(),
      b: z.int().default(3),
      c: z.array(z.string()).meta({ initial: ["x"] }),
    });
    expect(schema(type).serialize()).toEqual({ b: "3", c: ["x"] });
  });

  it("refuses unknown keys of a strict object, and a tuple of another length, in trySerialize", () => {
    const strict = schema(z.strictObject({ a: z.string() })).trySerialize({ a: "x", b: 1 });
    expect(strict.ok ? strict.cstruct : strict.error.asDict()).toEqual({
      "": "Remove the unknown fields: b",
    });
    const pair = schema(z.tuple([z.int(), z.int()])).trySerialize(["x"]);
    expect(pair.ok ? pair.cstruct : pair.error.asDict()).toEqual({ "": "Enter 2 items instead of 1" });
  });

  it("shows an empty list or mapping in a date as nothing", () => {
    for (const value of [[], {}, new Set()])
      expect(schema(z.date()).trySerialize(value)).toEqual({ ok: true, cstruct: undefined });
  });

  it("shows an invalid appstruct unchanged", () => {
    expect(schema(Move).serialize({ angle: "abc", speed: null })).toEqual({ angle: "abc", dwell: "0" });
  });
});
