import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { placeOf } from "./type-set.ts";

const list = z.array(z.int());
const mapping = z.object({ a: z.int() });

describe("placeOf", () => {
  it("begins at a type, a compiled schema or a node", () => {
    const compiled = schema(list);
    expect([list, compiled, compiled.node].map((root) => placeOf(root).division)).toEqual([
      "list",
      "list",
      "list",
    ]);
  });
});

describe("Place", () => {
  it("says what data is divided into, wrappers and unions being seen through", () => {
    const types = [
      list.optional(),
      z.lazy(() => mapping),
      z.union([list, mapping]),
      z.union([z.int(), list]),
      z.set(z.int()),
    ];
    expect(types.map((type) => placeOf(type).division)).toEqual([
      "list",
      "mapping",
      "either",
      "list",
      undefined,
    ]);
  });

  it("divides data of its own shape", () => {
    expect([[], {}, "", null].map((value) => placeOf(list).divides(value))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([[], {}, new Date(), new Set()].map((value) => placeOf(mapping).divides(value))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it("leads to the places of names and positions", () => {
    const place = placeOf(z.union([z.object({ a: list }), z.object({ a: mapping })]));
    expect(place.child("a")?.division).toBe("either");
    expect(place.child("a")?.child("0")).toBeDefined();
    expect(place.child("b")).toBeUndefined();
    expect(placeOf(list).child("a")).toBeUndefined();
    expect(placeOf(z.strictObject({})).child("a")).toBeUndefined();
    expect(placeOf(z.tuple([list], mapping)).child("7")?.division).toBe("mapping");
  });

  it("leads anywhere where the schema leaves it open", () => {
    const types = [
      z.any(),
      z.looseObject({}),
      z.string().transform(Array.from),
      z.record(z.string(), z.unknown()),
    ];
    expect(types.map((type) => placeOf(type).child("x")?.isOpen)).toEqual([true, true, true, true]);
  });

  it("ends where a type is its own option", () => {
    const Self: z.ZodType = z.lazy(() => z.union([Self, list]));
    expect(placeOf(Self).division).toBe("list");
  });
});
