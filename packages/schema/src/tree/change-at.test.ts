import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeAt } from "./change-at.ts";
import { changeInside } from "./change-inside.ts";
import { PathError } from "../paths/path-error.ts";

const Move = z.object({ angle: z.number().min(0), speed: z.int().default(30) });
const Preset = z
  .object({ name: z.string().trim().max(9), cycles: z.array(z.array(Move).min(1)).max(3).optional() })
  .refine((preset) => preset.name !== "none", "Not none")
  .meta({ title: "Preset" });

function accepts(type: z.ZodType, value: unknown): boolean {
  return type.safeParse(value).success;
}

describe("changeAt", () => {
  it("changes every type at a path, and leaves the original unchanged", () => {
    const Slow = changeAt(Preset, "cycles.*.*.angle", (angle) => angle.max(90));
    const preset = { name: "sweep", cycles: [[{ angle: 100 }]] };
    expect(accepts(Preset, preset)).toBe(true);
    expect(accepts(Slow, preset)).toBe(false);
    expect(Slow.parse({ name: "sweep", cycles: [[{ angle: 90 }]] })).toEqual({
      name: "sweep",
      cycles: [[{ angle: 90, speed: 30 }]],
    });
  });

  it("keeps refinements, limits, messages and metadata on the path", () => {
    const Slow = changeAt(Preset, "cycles.*.*.angle", (angle) => angle.max(90));
    expect(Slow.meta()).toEqual({ title: "Preset" });
    expect(Slow.safeParse({ name: "none" }).error?.issues[0]?.message).toBe("Not none");
    expect(accepts(Slow, { name: "a", cycles: [[]] })).toBe(false);
    expect(accepts(Slow, { name: "a", cycles: [[], [], [], []] })).toBe(false);
    expect(accepts(Slow, { name: "a" })).toBe(true);
  });

  it("changes several fields with a star", () => {
    const Texts = changeAt(z.object({ a: z.string(), b: z.string().min(3) }), "*", (text) => text.max(4));
    expect(Texts.safeParse({ a: "12345", b: "12345" }).error?.issues.map(({ path }) => path)).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  it("passes the type with its wrappers", () => {
    const Untitled = changeAt(Preset, "cycles", (cycles) => cycles.meta({ title: "Turns" }));
    expect(Untitled.shape.cycles.meta()).toEqual({ title: "Turns" });
    const Fast = changeAt(Preset, "cycles.*.*.speed", (speed) =>
      changeInside(speed, (inner) => inner.min(9)),
    );
    expect(accepts(Fast, { name: "a", cycles: [[{ angle: 1, speed: 8 }]] })).toBe(false);
    expect(accepts(Fast, { name: "a", cycles: [[{ angle: 1 }]] })).toBe(true);
  });

  it("passes through pipes, unions, records, tuples and lazy types", () => {
    const Moves = z.lazy(() => z.record(z.string(), z.tuple([Move, z.union([Move, z.string()])])));
    const type = z.object({ moves: Moves.transform((moves) => Object.keys(moves)) });
    const Slow = changeAt(type, "moves.*.*.angle", (angle) => angle.max(90));
    expect(Slow.parse({ moves: { a: [{ angle: 1 }, "x"] } })).toEqual({ moves: ["a"] });
    expect(accepts(Slow, { moves: { a: [{ angle: 91 }, "x"] } })).toBe(false);
    expect(accepts(Slow, { moves: { a: [{ angle: 1 }, { angle: 91 }] } })).toBe(false);
  });

  it("changes the root with an empty path", () => {
    expect(changeAt(z.string(), "", (text) => text.max(1)).maxLength).toBe(1);
  });

  it("keeps a recursive type recursive", () => {
    const Category = z.object({
      name: z.string(),
      get sub() {
        return z.array(Category).optional();
      },
    });
    const First = changeAt(Category, "sub.*.name", (name) => name.max(3));
    expect(accepts(First, { name: "long", sub: [{ name: "abc", sub: [{ name: "long" }] }] })).toBe(true);
    expect(accepts(First, { name: "a", sub: [{ name: "long" }] })).toBe(false);
    const All = changeAt(Category, "**.name", (name) => z.string().max(3).meta({ title: name.type }));
    expect(accepts(All, { name: "abc", sub: [{ name: "abc", sub: [{ name: "abc" }] }] })).toBe(true);
    expect(accepts(All, { name: "abc", sub: [{ name: "abc", sub: [{ name: "long" }] }] })).toBe(false);
  });

  it("calls the callback once for a type in several places", () => {
    let calls = 0;
    const type = changeAt(z.object({ from: Move, to: Move }), "*.angle", (angle) => {
      calls++;
      return angle.max(90);
    });
    expect(calls).toBe(1);
    expect(type.shape.from).toBe(type.shape.to);
  });

  it("throws an error with the missing path", () => {
    const path: string = "cycles.*.angle";
    expect(() => changeAt(Preset, path, (type) => type)).toThrow(
      new PathError(path, `No "${path}" in the type`),
    );
  });

  it("returns the type itself if nothing changes", () => {
    const paths = ["", "name", "cycles", "cycles.*.*", "cycles.*.*.angle", "*", "**", "**.angle"];
    expect(changeAt(Preset, "cycles.*.*.*", (type) => type)).toBe(Preset);
    const preset = fc.record({
      name: fc.constantFrom("a", "none", " b ", "much too long", 1),
      cycles: fc.array(fc.array(fc.record({ angle: fc.integer(), speed: fc.option(fc.integer()) })), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...paths), preset, (path: string, data) => {
        const same = changeAt(Preset, path, (type) => type);
        expect(same.safeParse(data)).toEqual(Preset.safeParse(data));
      }),
    );
  });
});
