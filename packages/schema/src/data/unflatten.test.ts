import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { flatten } from "./flatten.ts";
import { PathError } from "../paths/path-error.ts";
import { unflatten } from "./unflatten.ts";

const Move = z.object({ angle: z.number(), dwell: z.int().optional() });
const Preset = z.object({ name: z.string(), cycles: z.array(z.array(Move)).default([]) });
const preset = { name: "sweep", cycles: [[{ angle: 90 }, { angle: 0, dwell: 5 }], []] };

describe("unflatten", () => {
  it("builds nested data from paths in any order", () => {
    const flat = Object.fromEntries(Object.entries(flatten(Preset, preset)).toReversed());
    expect(unflatten(Preset, flat)).toEqual(preset);
    expect(unflatten(Preset, {})).toEqual({});
    expect(unflatten(z.array(z.string()), {})).toEqual([]);
    expect(unflatten(z.string(), {})).toBeUndefined();
  });

  it.each([
    ["cycles.1000000", 'No "cycles.0" among 1 items: they are numbered from 0 without gaps'],
    ["cycles.01", 'No "cycles.0" among 1 items'],
    ["cycles.length", 'No "cycles.0" among 1 items'],
    ["name.first", 'No "name.first": the schema has no parts of "name"'],
    ["other.x", 'No "other.x": the schema has no parts of "other"'],
  ])("refuses %s, which leads nowhere", (path, message) => {
    expect(() => unflatten(Preset, { [path]: [] })).toThrow(PathError);
    expect(() => unflatten(Preset, { [path]: [] })).toThrow(message);
  });

  it("refuses a value given whole and by parts", () => {
    const message = '"cycles.0" is given twice, or both whole and by parts';
    expect(() => unflatten(Preset, { "cycles.0": [], "cycles.0.0.angle": 1 })).toThrow(message);
    expect(() => unflatten(Preset, { "cycles.0.0.angle": 1, "cycles.0": [] })).toThrow(message);
  });

  it("reads __proto__ and similar names as names", () => {
    const type = z.record(z.string(), z.record(z.string(), z.int()));
    const data: unknown = JSON.parse('{"__proto__":{"constructor":1,"__proto__":2},"a.b":{"":3},"":{}}');
    const flat = flatten(type, data);
    expect(Object.keys(flat)).toEqual(["__proto__.constructor", "__proto__.__proto__", "a\\.b.", "\\"]);
    expect(JSON.stringify(unflatten(type, flat))).toBe(JSON.stringify(data));
    expect(Object.prototype).not.toHaveProperty("constructor", 1);
  });

  it("inverts flatten for all data of a schema", () => {
    const Tree: z.ZodType = z.lazy(() => z.object({ name: z.string(), sub: z.array(Tree).optional() }));
    const type = z.object({
      text: z.string().optional(),
      pair: z.tuple([z.string(), z.array(z.int())], z.boolean()),
      byName: z.record(z.string(), z.array(z.int()).nullable()),
      either: z.union([
        z.object({ a: z.int() }),
        z.object({ a: z.array(z.int()), b: z.record(z.string(), z.int()) }),
        z.int(),
      ]),
      mixed: z.union([z.array(z.int()), z.record(z.string(), z.int())]),
      tree: Tree,
      set: z.set(z.string()),
      made: z.array(z.int()).transform((list) => ({ list })),
    });
    const name = fc.oneof(fc.string(), fc.constantFrom("__proto__", "a.b", "*", "0", "\\", "toString"));
    const numbers = fc.array(fc.integer(), { maxLength: 3 });
    const { tree } = fc.letrec((tie) => ({
      tree: fc.record(
        { name, sub: fc.array(tie("tree"), { maxLength: 2 }) },
        { requiredKeys: ["name"], noNullPrototype: true },
      ),
    }));
    const data = fc.record(
      {
        text: fc.string(),
        pair: fc.tuple(fc.string(), numbers, fc.boolean()),
        byName: fc.dictionary(name, fc.option(numbers), { noNullPrototype: true }),
        either: fc.oneof(
          fc.record({ a: fc.integer() }, { noNullPrototype: true }),
          fc.record(
            { a: numbers, b: fc.dictionary(name, fc.integer(), { noNullPrototype: true }) },
            { noNullPrototype: true },
          ),
          fc.integer(),
        ),
        mixed: fc.oneof(numbers, fc.dictionary(name, fc.integer(), { noNullPrototype: true })),
        tree,
        set: fc.constant(new Set(["a"])),
        made: fc.record({ list: numbers }, { noNullPrototype: true }),
        unknown: fc.anything(),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.oneof(data, fc.anything()), (value) => {
        expect(unflatten(type, flatten(type, value))).toStrictEqual(value);
      }),
    );
  });
});
