import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { SchemaNode } from "../node.ts";
import { schema } from "../schema.ts";
import { findNodes, hasNode } from "../paths/find-nodes.ts";
import { flatten } from "./flatten.ts";
import { PathError } from "../paths/path-error.ts";
import { unflatten } from "./unflatten.ts";
import { getValue, setValue } from "./value.ts";

const Chain = z.object({
  get a() {
    return Chain.optional();
  },
});

/** A union that contains itself twice. */
const Twice: z.ZodType = z.lazy(() => z.union([z.string(), z.array(Twice), z.tuple([Twice]).rest(Twice)]));

const nested = (depth: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown =>
  Array.from({ length: depth }).reduce(wrap, inner);
const chain = (depth: number): unknown => nested(depth, (a) => ({ a }), {});
const pathOf = (depth: number, key = "a"): string => Array.from({ length: depth }, () => key).join(".");

describe("a path into data", () => {
  it("has up to 100 keys, and a longer one is an error with its path", () => {
    expect(flatten(Chain, chain(100))).toEqual({ [pathOf(100)]: {} });
    expect(unflatten(Chain, { [pathOf(100)]: {} })).toEqual(chain(100));
    expect(getValue(Chain, chain(100), pathOf(100))).toEqual({});
    expect(setValue(Chain, undefined, pathOf(100), {})).toEqual(chain(100));
    for (const depth of [101, 50_000]) {
      const path = pathOf(depth);
      for (const run of [
        () => flatten(Chain, chain(depth)),
        () => unflatten(Chain, { [path]: {} }),
        () => getValue(Chain, {}, path),
        () => setValue(Chain, {}, path, {}),
        () => findNodes(schema(Chain).node, path),
        () => hasNode(schema(Chain).node, path),
      ])
        expect(run).toThrow(PathError);
    }
  });

  it("leads through a union that contains itself twice", () => {
    const data = nested(99, (inner) => [inner], "x");
    expect(flatten(Twice, data)).toEqual({ [pathOf(99, "0")]: "x" });
    expect(setValue(Twice, data, pathOf(99, "0"), "y")).toEqual(nested(99, (inner) => [inner], "y"));
  });

  it("is limited in the characters of all paths", () => {
    const List = z.record(z.string(), z.array(z.int()));
    const name = "x".repeat(100_000);
    const items = Array.from({ length: 99 }, (_, index) => index);
    expect(Object.keys(flatten(List, { [name]: items }))).toHaveLength(99);
    expect(() => flatten(List, { [name]: [...items, 100] })).toThrow(PathError);
  });
});

describe("setValue", () => {
  it("reads unchanged data only a few times", () => {
    let looks = 0;
    const counted = (target: object): object =>
      new Proxy(target, {
        get: (...args) => (looks++, Reflect.get(...args)),
        getOwnPropertyDescriptor: (...args) => (looks++, Reflect.getOwnPropertyDescriptor(...args)),
      });
    const Deep = z.record(z.string(), z.record(z.string(), z.int()));
    const names = Array.from({ length: 1000 }, (_, index) => [String(index * 7), index] as const);
    const data = counted({ a: counted(Object.fromEntries(names)) });
    setValue(Deep, data, "a.7", 0);
    expect(looks).toBeLessThan(5 * names.length);
  });
});

describe("hasNode", () => {
  it("visits each type once for each part of a pattern", () => {
    const Tree = z.object({
      get a() {
        return Tree.optional();
      },
      get b() {
        return Tree.optional();
      },
    });
    const { node } = schema(Tree);
    const looks = vi.spyOn(SchemaNode.prototype, "children", "get");
    expect(hasNode(node, `${"*.".repeat(60)}c`)).toBe(false);
    expect(hasNode(node, `**.a.${"*.".repeat(60)}b`)).toBe(true);
    expect(looks.mock.calls.length).toBeLessThan(1000);
    looks.mockRestore();
  });
});
