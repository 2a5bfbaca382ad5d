import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { changeAt } from "./change-at.ts";
import { changeInside } from "./change-inside.ts";
import type { Inside, TypeAt } from "./type-at.ts";

const Move = z.object({ angle: z.number(), speed: z.int().default(30) });
const Preset = z.object({
  name: z.string(),
  cycles: z.array(z.array(Move)).optional(),
  byName: z.record(z.string(), z.tuple([Move, z.string()])).nullable(),
  made: z.string().transform((text) => new Date(text)),
});
type Preset = typeof Preset;

describe("TypeAt", () => {
  it("follows a path through wrappers, lists, records and tuples", () => {
    expectTypeOf<TypeAt<Preset, "cycles.*.*.angle">>().toEqualTypeOf<z.ZodNumber>();
    expectTypeOf<TypeAt<Preset, "cycles.*.*.speed">>().toEqualTypeOf<z.ZodDefault<z.ZodInt>>();
    expectTypeOf<TypeAt<Preset, "byName.ann.1">>().toEqualTypeOf<z.ZodString>();
    expectTypeOf<TypeAt<Preset, "cycles.*.*.*">>().toEqualTypeOf<z.ZodNumber | z.ZodDefault<z.ZodInt>>();
    expectTypeOf<TypeAt<Preset, "">>().toEqualTypeOf<Preset>();
  });

  it("is never for a missing path, and any type if the compiler can't follow", () => {
    expectTypeOf<TypeAt<Preset, "nome">>().toBeNever();
    expectTypeOf<TypeAt<Preset, "name.first">>().toBeNever();
    expectTypeOf<TypeAt<Preset, "**.angle">>().toEqualTypeOf<z.ZodType>();
    expectTypeOf<TypeAt<Preset, string>>().toEqualTypeOf<z.ZodType>();
  });

  it("follows a recursive type as deep as the path goes", () => {
    const Category = z.object({
      name: z.string(),
      get sub() {
        return z.array(Category);
      },
    });
    expectTypeOf<TypeAt<typeof Category, "sub.*.sub.*.name">>().toEqualTypeOf<z.ZodString>();
    const Short = changeAt(Category, "sub.*.name", (name) => name.max(9));
    expectTypeOf<z.output<typeof Short>["name"]>().toEqualTypeOf<string>();
  });
});

describe("changeAt", () => {
  it("returns a type with the new part", () => {
    const Texts = changeAt(Preset, "cycles.*.*.angle", (angle) => angle.max(90).transform(String));
    expectTypeOf<z.output<typeof Texts>["cycles"]>().toEqualTypeOf<
      { angle: string; speed: number }[][] | undefined
    >();
    expectTypeOf<z.output<typeof Texts>["name"]>().toEqualTypeOf<string>();
    expectTypeOf<z.output<typeof Texts>["made"]>().toEqualTypeOf<Date>();
  });

  it("returns a type of the same kind", () => {
    const Loose = changeAt(Preset, "**.angle", (type) => type);
    expectTypeOf(Loose).toEqualTypeOf<z.ZodObject>();
    expectTypeOf(changeAt(Preset, "name", (name) => name.max(3)).shape.name).toEqualTypeOf<z.ZodString>();
  });

  it("refuses a missing path, and methods that the type lacks", () => {
    // @ts-expect-error -- no such field
    changeAt(Preset, "nome", (type) => type);
    // @ts-expect-error -- a text has no fields
    changeAt(Preset, "name.first", (type) => type);
    // @ts-expect-error -- a text can't be a multiple
    changeAt(Preset, "name", (name) => name.multipleOf(2));
    // @ts-expect-error -- a default wraps the number: changeInside reaches it
    changeAt(Preset, "cycles.*.*.speed", (speed) => speed.max(90));
    // @ts-expect-error -- a change makes a type
    changeAt(Preset, "name", () => "name");
  });
});

describe("changeInside", () => {
  it("returns a type with the same wrappers", () => {
    const speed = changeInside(Move.shape.speed.nullable(), (speed) => speed.max(90));
    expectTypeOf(speed).toEqualTypeOf<z.ZodNullable<z.ZodDefault<z.ZodInt>>>();
    expectTypeOf<Inside<typeof Preset.shape.made>>().toEqualTypeOf<z.ZodString>();
    const made = changeInside(Preset.shape.made, () => z.int());
    expectTypeOf<z.input<typeof made>>().toEqualTypeOf<number>();
    expectTypeOf<z.output<typeof made>>().toEqualTypeOf<Date>();
  });

  it("refuses methods that the wrapped type lacks", () => {
    // @ts-expect-error -- a number has no letters
    changeInside(Move.shape.speed, (speed) => speed.trim());
  });
});
