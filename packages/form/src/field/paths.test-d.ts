import { describe, expectTypeOf, it } from "vitest";
import { decimal } from "@turnform/schema";
import { z } from "zod";
import type { FieldPath, FieldPathExample, WidgetPath } from "./paths.ts";

const Move = z.object({ angle: z.number(), note: z.string().optional() });
const Preset = z.object({
  name: z.string(),
  born: z.date().nullable(),
  price: decimal(),
  photo: z.file().optional(),
  cycles: z.array(z.array(Move)).default([]),
  last: Move.optional(),
});
const Shapes = z.object({
  shape: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("circle"), radius: z.number() }),
    z.object({ kind: z.literal("path"), points: z.array(z.tuple([z.number(), z.number()])) }),
  ]),
  words: z.object({ text: z.string() }).transform(({ text }) => text.split(" ")),
  moods: z.record(z.enum(["a", "b"]), z.object({ mood: z.string() })),
  by: z.record(z.string(), Move),
  set: z.set(Move),
});

describe("FieldPath", () => {
  it("is a union of the paths in the data", () => {
    expectTypeOf<FieldPath<typeof Preset>>().toEqualTypeOf<
      | "name"
      | "born"
      | "price"
      | "photo"
      | "cycles"
      | `cycles.${number}`
      | `cycles.${number}.${number}`
      | `cycles.${number}.${number}.angle`
      | `cycles.${number}.${number}.note`
      | "last"
      | "last.angle"
      | "last.note"
    >();
    expectTypeOf<"cycles.0.0.angle">().toExtend<FieldPathExample<typeof Preset>>();
  });

  it("follows unions, tuples, records, sets, and the input of transforms", () => {
    expectTypeOf<FieldPath<typeof Shapes>>().toEqualTypeOf<
      | "shape"
      | "shape.kind"
      | "shape.radius"
      | "shape.points"
      | `shape.points.${number}`
      | `shape.points.${number}.0`
      | `shape.points.${number}.1`
      | "words"
      | "words.text"
      | "moods"
      | "moods.a"
      | "moods.b"
      | "moods.a.mood"
      | "moods.b.mood"
      | "by"
      | `by.${string}`
      | "set"
      | `set.${number}`
      | `set.${number}.angle`
      | `set.${number}.note`
    >();
  });

  it("ends in a recursive schema", () => {
    const Tree = z.object({
      name: z.string(),
      get left() {
        return Tree.optional();
      },
      get more() {
        return z.array(Tree);
      },
    });
    expectTypeOf<"left.left.more.3.name">().toExtend<FieldPath<typeof Tree>>();
    expectTypeOf<"left.left.left.left.left.left.left.left.left.name">().toExtend<FieldPath<typeof Tree>>();
    // @ts-expect-error -- no such field
    expectTypeOf<"left.left.nmae">().toExtend<FieldPath<typeof Tree>>();
  });

  it("is any text for a schema that the compiler does not know", () => {
    expectTypeOf<FieldPath<z.ZodObject>>().toEqualTypeOf<string>();
    expectTypeOf<FieldPath<unknown>>().toEqualTypeOf<string>();
  });
});

describe("WidgetPath", () => {
  it("has a star for the items of lists", () => {
    expectTypeOf<WidgetPath<typeof Preset>>().toEqualTypeOf<
      | "*"
      | `${string}**${string}`
      | "name"
      | "born"
      | "price"
      | "photo"
      | "cycles"
      | "cycles.*"
      | "cycles.*.*"
      | "cycles.*.*.angle"
      | "cycles.*.*.note"
      | "last"
      | "last.angle"
      | "last.note"
    >();
  });
});
