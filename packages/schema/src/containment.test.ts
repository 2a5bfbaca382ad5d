import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { SchemaNode } from "./node.ts";
import { schema } from "./schema.ts";

const nodes: Readonly<Record<string, SchemaNode>> = Object.fromEntries(
  Object.entries({
    object: z.object({ a: z.string(), b: z.int() }),
    array: z.array(z.string()),
    tagged: z.array(z.string()).meta({ kind: "tags" }),
    set: z.set(z.string()),
    tuple: z.tuple([z.string(), z.int()], z.boolean()),
    record: z.record(z.string(), z.int()),
    map: z.map(z.string(), z.int()),
    union: z.union([z.object({ a: z.string() }), z.object({ b: z.int() })]),
    leaf: z.string(),
  }).map(([name, type]) => [name, schema(type).node]),
);
const all = Object.entries(nodes);
const byName = <T>(value: (node: SchemaNode) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(all.map(([name, node]) => [name, value(node)]));

describe("containment", () => {
  it("depends on the type, not on the kind in its metadata", () => {
    expect(nodes["tagged"]?.kind).toBe("tags");
    expect(nodes["tagged"]?.containment).toBe(nodes["array"]?.containment);
  });

  it("returns the edge to each part", () => {
    const edges = byName((node) =>
      node.children.map(({ edge }) => (typeof edge === "symbol" ? edge.description : edge)),
    );
    expect(edges).toEqual({
      object: ["a", "b"],
      array: ["any position"],
      tagged: ["any position"],
      set: ["any position"],
      tuple: ["0", "1", "any position"],
      record: ["any name"],
      map: ["any position"],
      union: ["inside", "inside"],
      leaf: [],
    });
  });

  it("finds the part at a key of the data", () => {
    expect(byName((node) => ["a", "0", 0, 7].map((key) => node.child(key)?.name))).toEqual({
      object: ["a", undefined, undefined, undefined],
      array: [undefined, "item", "item", "item"],
      tagged: [undefined, "item", "item", "item"],
      set: [undefined, "item", "item", "item"],
      tuple: [undefined, "0", "0", "*"],
      record: ["*", "*", "entry", "entry"],
      map: [undefined, "item", "item", "item"],
      union: ["a", undefined, undefined, undefined],
      leaf: [undefined, undefined, undefined, undefined],
    });
  });

  it("splits a posted value", () => {
    const partsIn = (value: unknown) => (node: SchemaNode) =>
      node.containment.partsIn(node.parts, value).map(([key, { name }]) => [key, name]);
    const always = byName(partsIn(undefined));
    expect(always).toEqual({
      object: [
        ["a", "a"],
        ["b", "b"],
      ],
      array: [],
      tagged: [],
      set: [],
      tuple: [
        [0, "0"],
        [1, "1"],
      ],
      record: [],
      map: [],
      union: [],
      leaf: [],
    });
    const list = ["x", "y", "z"];
    expect(partsIn(list)(schema(z.array(z.string())).node).map(([key]) => key)).toEqual([0, 1, 2]);
    expect(byName(partsIn(list))["tuple"]).toEqual([
      [0, "0"],
      [1, "1"],
      [2, "*"],
    ]);
    expect(byName(partsIn(list))["record"]?.map(([, name]) => name)).toEqual(["entry", "entry", "entry"]);
  });
});
