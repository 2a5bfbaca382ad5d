import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { missingPath } from "./missing-path.ts";

const Move = z.object({ angle: z.number(), note: z.string().optional() });
const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.number() }),
  z.object({ kind: z.literal("path"), points: z.array(z.tuple([z.number(), z.number()])) }),
]);
const Preset = z.object({
  name: z.string(),
  moves: z.array(Move),
  grid: z.array(z.array(Move)),
  shape: Shape,
  prices: z.record(z.string(), z.number()),
  stock: z.map(z.string(), z.object({ count: z.int() })),
  more: z.looseObject({ a: z.string() }).optional(),
  get inner() {
    return z.array(Preset).optional();
  },
});
const { node } = schema(Preset);

describe("missingPath", () => {
  it.each([
    "",
    "name",
    "moves.3.angle",
    "shape.radius",
    "shape.points.7.1",
    "prices.apple",
    "prices.0.1",
    "prices.a\\.b",
    "stock.apple.count",
    "more.other.deeper",
    "inner.0.inner.1.moves.2.note",
  ])('finds "%s" by the schema alone', (path) => {
    expect(missingPath(node, path)).toBeUndefined();
  });

  it.each([
    ["nmae", 'Did you mean "name"?'],
    ["moves.3.angel", 'Did you mean "moves.3.angle"?'],
    ["moves.angle", 'Did you mean "moves.0.angle"?'],
    ["moves.x.angle", 'Did you mean "moves.0.angle"?'],
    ["moves.*.angle", 'Did you mean "moves.0.angle"?'],
    ["mvoes.0.angle", 'Did you mean "moves.0.angle"?'],
    ["mvoes.0.speed", 'Did you mean "moves"?'],
    ["moves.x", 'Did you mean "moves.0"?'],
    ["grid.0.note", 'Did you mean "grid.0.0.note"?'],
    ["grid.x.y.z", 'Did you mean "grid.0"?'],
    ["shape.radios", 'Did you mean "shape.radius"?'],
    ["shape.points.0.2", '"shape.points.0" has "0", "1".'],
    ["moves.0.speed", '"moves.0" has "angle", "note".'],
    ["name.first", '"name" has no fields inside.'],
    ["__proto__", 'The form has "name", "moves", "grid", "shape", "prices", "stock", "more", "inner".'],
  ])('names the nearest path for "%s"', (path, hint) => {
    expect(missingPath(node, path)).toBe(hint);
  });

  it.each([
    ["moves.angle", 'Did you mean "moves.*.angle"?'],
    ["grid.*.angel", 'Did you mean "grid.*.*.angle"?'],
    ["moves.*.speed", '"moves.*" has "angle", "note".'],
  ])('names the nearest pattern for "%s"', (pattern, hint) => {
    expect(missingPath(node, pattern, "*")).toBe(hint);
  });

  it("ends at a list of itself, and at 100 names and positions", () => {
    type Nest = z.ZodArray<z.ZodLazy<Nest>>;
    const Nest: Nest = z.array(z.lazy(() => Nest));
    const nest = schema(z.object({ nest: Nest })).node;
    expect(missingPath(nest, `nest.x`)).toContain('"nest.0"');
    expect(() => missingPath(nest, `nest${".0".repeat(100)}`)).toThrow("at most 100");
  });
});
