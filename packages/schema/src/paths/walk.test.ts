import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { walk } from "./walk.ts";

function paths(type: z.ZodType): readonly string[] {
  return Array.from(walk(schema(type).node), ({ path, node }) => `${path}: ${node.kind}`);
}

describe("walk", () => {
  it("visits every node with its path, parents first", () => {
    const Preset = z.object({ name: z.string(), cycles: z.array(z.array(z.object({ angle: z.number() }))) });
    expect(paths(Preset)).toEqual([
      ": object",
      "name: string",
      "cycles: array",
      "cycles.*: array",
      "cycles.*.*: object",
      "cycles.*.*.angle: number",
    ]);
  });

  it("names the parts of tuples, records, sets and maps, and keeps options at their union's path", () => {
    const type = z.object({
      "a.b": z.tuple([z.string()], z.int()),
      r: z.record(z.string(), z.int()).optional(),
      s: z.set(z.string()),
      m: z.map(z.string(), z.int()),
      u: z.union([z.object({ x: z.string() }), z.int()]).nullable(),
      "*": z.string(),
    });
    expect(paths(type).slice(1)).toEqual([
      "a\\.b: tuple",
      "a\\.b.0: string",
      "a\\.b.*: integer",
      "r: record",
      "r.*: integer",
      "s: set",
      "s.*: string",
      "m: map",
      "m.*: tuple",
      "m.*.0: string",
      "m.*.1: integer",
      "u: union",
      "u: object",
      "u.x: string",
      "u: integer",
      "\\*: string",
    ]);
  });

  it("visits a recursive type once more, but not its parts", () => {
    const Category = z.object({
      name: z.string(),
      get sub() {
        return z.array(Category).optional();
      },
    });
    expect(paths(z.object({ top: Category }))).toEqual([
      ": object",
      "top: object",
      "top.name: string",
      "top.sub: array",
      "top.sub.*: object",
    ]);
  });

  it("can be stopped early", () => {
    const [first] = walk(schema(z.object({ a: z.string() })).node);
    expect(first?.path).toBe("");
  });
});
