import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { type Root, typeSetOf } from "./type-set.ts";

const list = z.array(z.int());
const mapping = z.object({ a: z.int() });

const namesOf = (root: Root): readonly string[] => typeSetOf(root).shapes.map(({ name }) => name);

describe("typeSetOf", () => {
  it("accepts a type, a compiled schema or a node", () => {
    const compiled = schema(list);
    expect([list, compiled, compiled.node].map((root) => namesOf(root))).toEqual([
      ["list"],
      ["list"],
      ["list"],
    ]);
  });
});

describe("TypeSet", () => {
  it("tells the shape of data through wrappers and unions", () => {
    const types = [
      list.optional(),
      z.lazy(() => mapping),
      z.union([list, mapping]),
      z.union([z.int(), list]),
      z.set(z.int()),
    ];
    expect(types.map(namesOf)).toEqual([["list"], ["mapping"], ["list", "mapping"], ["list"], []]);
  });

  it("splits data of its own shape", () => {
    expect([["a"], { a: 1 }, "a", null].map((value) => typeSetOf(list).split(value))).toEqual([
      [["0", "a"]],
      [],
      [],
      [],
    ]);
    expect(
      [["a"], { a: 1 }, new Date(), new Set("a")].map((value) => typeSetOf(mapping).split(value)),
    ).toEqual([[], [["a", 1]], [], []]);
  });

  it("finds the types at names and positions", () => {
    const types = typeSetOf(z.union([z.object({ a: list }), z.object({ a: mapping })]));
    expect(types.child("a")?.shapes.map(({ name }) => name)).toEqual(["list", "mapping"]);
    expect(types.child("a")?.child("0")).toBeDefined();
    expect(types.child("b")).toBeUndefined();
    expect(typeSetOf(list).child("a")).toBeUndefined();
    expect(typeSetOf(z.strictObject({})).child("a")).toBeUndefined();
    expect(typeSetOf(z.tuple([list], mapping)).child("7")?.shape?.name).toBe("mapping");
  });

  it("accepts any key if the schema allows anything", () => {
    const types = [
      z.any(),
      z.looseObject({}),
      z.string().transform(Array.from),
      z.record(z.string(), z.unknown()),
    ];
    expect(types.map((type) => typeSetOf(type).child("x")?.isOpen)).toEqual([true, true, true, true]);
  });

  it("ends for a type that is its own option", () => {
    const Self: z.ZodType = z.lazy(() => z.union([Self, list]));
    expect(namesOf(Self)).toEqual(["list"]);
  });
});
