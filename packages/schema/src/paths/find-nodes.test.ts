import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { findNodes } from "./find-nodes.ts";

const Move = z.object({ angle: z.number(), speed: z.int() });
const Preset = schema(z.object({ name: z.string(), cycles: z.array(z.array(Move).min(1)).optional() }));

function paths(type: { readonly node: typeof Preset.node }, pattern: string): readonly string[] {
  return findNodes(type.node, pattern).map(({ path }) => path);
}

describe("findNodes", () => {
  it("finds the node at a path", () => {
    const [found, ...others] = findNodes(Preset.node, "cycles.*.*.angle");
    expect(found?.node.name).toBe("angle");
    expect(found?.path).toBe("cycles.*.*.angle");
    expect(others).toEqual([]);
  });

  it("finds every match of a star", () => {
    expect(paths(Preset, "*")).toEqual(["name", "cycles"]);
    expect(paths(Preset, "cycles.*.*.*")).toEqual(["cycles.*.*.angle", "cycles.*.*.speed"]);
    expect(paths(Preset, "*.*")).toEqual(["cycles.*"]);
  });

  it("finds the node of a place in data", () => {
    expect(paths(Preset, "cycles.3.0.speed")).toEqual(["cycles.*.*.speed"]);
  });

  it("finds at any depth", () => {
    expect(paths(Preset, "**.angle")).toEqual(["cycles.*.*.angle"]);
    expect(paths(Preset, "cycles.**")).toEqual([
      "cycles",
      "cycles.*",
      "cycles.*.*",
      "cycles.*.*.angle",
      "cycles.*.*.speed",
    ]);
  });

  it("finds nothing at a missing path", () => {
    expect(paths(Preset, "name.x")).toEqual([]);
    expect(paths(Preset, "cycles.first")).toEqual([]);
  });

  it("finds the fields of a union's options", () => {
    const Shape = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("circle"), size: z.int() }),
      z.object({ kind: z.literal("square"), size: z.string() }),
    ]);
    const type = schema(z.object({ shape: Shape }));
    expect(paths(type, "shape")).toEqual(["shape"]);
    expect(findNodes(type.node, "shape.size").map(({ node }) => node.kind)).toEqual(["integer", "string"]);
  });

  it("searches a recursive schema as deep as the pattern, with two stars once", () => {
    const Category = z.object({
      name: z.string(),
      get sub() {
        return z.array(Category);
      },
    });
    const type = schema(Category);
    expect(paths(type, "sub.*.sub.*.name")).toEqual(["sub.*.sub.*.name"]);
    expect(paths(type, "**.name")).toEqual(["name"]);
  });
});
