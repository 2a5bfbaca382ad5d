import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";

/** Returns the value of a cstruct, or its messages. */
function read(type: z.ZodType, cstruct: unknown): unknown {
  const result = schema(type).deserialize(cstruct);
  return result.ok ? result.value : result.error.asDict();
}

const Named = z.object({ name: z.string(), size: z.int().min(1) });
const Sized = z.object({ size: z.int().max(9), note: z.string().optional() });
const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.int() }).meta({ title: "A circle" }),
  z.object({ kind: z.literal("square"), side: z.int() }),
]);

describe("an intersection", () => {
  it("has the fields of both objects, with the checks of both", () => {
    const type = Named.and(Sized);
    expect(schema(type).node.children.map(({ name }) => name)).toEqual(["name", "size", "note"]);
    expect(read(type, { name: "a", size: "5" })).toEqual({ name: "a", size: 5 });
    expect(read(type, { name: "a", size: "0" })).toEqual({ size: "Must be 1 or more" });
    expect(read(type, { name: "a", size: "10" })).toEqual({ size: "Must be 9 or less" });
    expect(schema(type).serialize({ name: "a", size: 5 })).toEqual({ name: "a", size: "5" });
  });

  it("runs the refinements of both and its own", () => {
    const type = Named.refine(({ size }) => size !== 2, "Not 2")
      .and(Sized.refine(({ size }) => size !== 3, "Not 3"))
      .refine(({ size }) => size !== 4, "Not 4");
    const messages = ["2", "3", "4", "5"].map((size) => read(type, { name: "a", size }));
    expect(messages).toEqual([{ "": "Not 2" }, { "": "Not 3" }, { "": "Not 4" }, { name: "a", size: 5 }]);
  });

  it("adds an object to each option of a union", () => {
    const type = z.object({ name: z.string() }).and(Shape);
    const { node } = schema(type);
    expect(node).toMatchObject({ kind: "union", discriminator: "kind" });
    expect(node.children[0]?.title).toBe("A circle");
    expect(read(type, { name: "a", kind: "square", side: "2" })).toEqual({
      name: "a",
      kind: "square",
      side: 2,
    });
    expect(read(type, { kind: "circle", radius: "2" })).toEqual({ name: "Required" });
  });

  it("treats unknown names as zod does", () => {
    const other = z.object({ a: z.string() });
    const input = { a: "x", b: "y", c: "z" };
    for (const [left, right] of [
      [z.strictObject({ b: z.string() }), z.strictObject({ a: z.string() })],
      [z.strictObject({ b: z.string() }), other],
      [z.looseObject({ b: z.string() }), other],
      [z.looseObject({ b: z.string() }), z.strictObject({ a: z.string() })],
      [z.object({ b: z.string() }).catchall(z.string()), other],
      [z.object({ b: z.string() }), other],
    ] as const) {
      const type = left.and(right);
      const expected = type.safeParse(input);
      const result = schema(type).deserialize(input);
      expect(result.ok).toBe(expected.success);
      expect(result.ok && result.value).toEqual(expected.success && expected.data);
    }
  });

  it("has the checks of both texts", () => {
    const type = z.object({ it: z.string().min(2).and(z.string().max(3)) });
    expect(["abc", "a", "abcd"].map((it) => read(type, { it }))).toEqual([
      { it: "abc" },
      { it: "Enter at least 2 characters" },
      { it: "Enter at most 3 characters" },
    ]);
    expect(schema(type).node.child("it")?.constraints).toEqual({ minLength: 2, maxLength: 3 });
  });

  it("refuses types without a common value", () => {
    for (const type of [
      z.string().and(z.int()),
      z.array(z.string()).and(z.array(z.string())),
      z.object({}).and(z.record(z.string(), z.string())),
    ])
      expect(() => schema(z.object({ it: type }))).toThrow(UnsupportedTypeError);
  });

  it("holds itself", () => {
    const Node = z.object({ name: z.string() }).and(
      z.object({
        get children(): z.ZodOptional<z.ZodArray<z.ZodType>> {
          return z.array(z.lazy(() => Node)).optional();
        },
      }),
    );
    expect(read(Node, { name: "a", children: [{ name: "b" }, { name: "" }] })).toEqual({
      "children.1.name": "Required",
    });
  });
});
