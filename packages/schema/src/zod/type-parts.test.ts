import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Edge, INSIDE } from "../paths/edge.ts";
import { insidesOf, isWrapper, mapParts } from "./type-parts.ts";

const text = z.string();
const types: Readonly<Record<string, z.ZodType>> = {
  object: z.object({ a: text, b: z.int() }).catchall(z.boolean()),
  array: z.array(text),
  tuple: z.tuple([text, z.int()], z.boolean()),
  set: z.set(text),
  record: z.record(text, z.int()),
  map: z.map(text, z.int()),
  union: z.union([text, z.int()]),
  intersection: z.intersection(text, z.int()),
  optional: text.optional(),
  pipe: text.pipe(z.string().max(3)),
  preprocess: z.preprocess(String, text),
  lazy: z.lazy(() => text),
  leaf: text,
};

function edges(type: z.ZodType): readonly Edge[] {
  const edges: Edge[] = [];
  mapParts(type, (part, edge) => {
    edges.push(edge);
    return part;
  });
  return edges;
}

describe("mapParts", () => {
  it.each(Object.entries(types))("returns the %s itself if nothing changes", (_, type) => {
    expect(mapParts(type, (part) => part)).toBe(type);
  });

  it("returns each part with its edge", () => {
    const found = Object.fromEntries(
      Object.entries(types).map(([name, type]) => [
        name,
        edges(type).map((edge) => (typeof edge === "symbol" ? edge.description : edge)),
      ]),
    );
    expect(found).toEqual({
      object: ["a", "b", "beside"],
      array: ["any position"],
      tuple: ["0", "1", "any position"],
      set: ["any position"],
      record: ["beside", "any name"],
      map: ["key", "value"],
      union: ["inside", "inside"],
      intersection: ["inside", "inside"],
      optional: ["inside"],
      pipe: ["inside", "beside"],
      preprocess: ["beside", "inside"],
      lazy: ["inside"],
      leaf: [],
    });
  });

  it("keeps checks, messages and metadata except the id", () => {
    const type = z.array(text, "List, please").min(2, "Two, please").meta({ title: "Tags", id: "tags" });
    const changed = mapParts(type, () => z.int());
    expect(z.globalRegistry.get(changed)).toEqual({ title: "Tags" });
    expect(z.core.safeParse(changed, [1]).error?.issues[0]?.message).toBe("Two, please");
    expect(z.core.safeParse(changed, 1).error?.issues[0]?.message).toBe("List, please");
    expect(z.core.safeParse(changed, ["a", "b"]).success).toBe(false);
  });

  it("keeps a default computed by a function", () => {
    const type = z.array(text).default(() => []);
    const changed = mapParts(type, (part) => mapParts(part, () => z.int()));
    expect(z.core.parse(changed, undefined)).toEqual([]);
    expect(z.core.parse(changed, undefined)).not.toBe(z.core.parse(changed, undefined));
  });

  it("changes the inner type of a lazy type", () => {
    const changed = mapParts(
      z.lazy(() => text),
      () => z.int(),
    );
    expect(z.core.safeParse(changed, 1).success).toBe(true);
  });

  it("keeps a field named __proto__", () => {
    const type = z.object(Object.fromEntries([["__proto__", text]]));
    const changed = mapParts(type, () => z.int());
    expect(changed instanceof z.ZodObject && Object.keys(changed.shape)).toEqual(["__proto__"]);
    expect(edges(type)).toEqual(["__proto__"]);
  });
});

describe("insidesOf", () => {
  it("returns wrapped types, options, and both sides of a pipe", () => {
    expect(insidesOf(types["optional"] ?? text)).toEqual([text]);
    expect(insidesOf(types["union"] ?? text)).toHaveLength(2);
    expect(insidesOf(types["pipe"] ?? text)).toHaveLength(2);
    expect(insidesOf(types["preprocess"] ?? text)).toEqual([text]);
    expect(insidesOf(types["object"] ?? text)).toEqual([]);
  });
});

describe("isWrapper", () => {
  it("is true for wrappers of one type", () => {
    const wrappers = Object.entries(types).filter(([, type]) => isWrapper(type));
    expect(wrappers.map(([name]) => name)).toEqual(["optional", "pipe", "preprocess", "lazy"]);
    expect(edges(types["optional"] ?? text)).toEqual([INSIDE]);
  });
});
