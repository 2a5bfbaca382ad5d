import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { type DeserializeResult, type Schema, schema } from "./schema.ts";
import { choiceSet } from "./types/choice-set.ts";
import { type Decimal, money } from "./types/decimal.ts";

/** The output of a type's schema for valid data. */
function valueOf<T extends z.ZodType>(type: T): z.output<T> {
  const result = schema(type).deserialize({});
  if (!result.ok) throw new TypeError("It is not good");
  return result.value;
}

describe("schema", () => {
  it("infers its output", () => {
    expectTypeOf(valueOf(z.string())).toEqualTypeOf<string>();
    expectTypeOf(valueOf(z.int().optional())).toEqualTypeOf<number | undefined>();
    expectTypeOf(valueOf(z.int().nullable())).toEqualTypeOf<number | null>();
    expectTypeOf(valueOf(z.int().default(3))).toEqualTypeOf<number>();
    expectTypeOf(valueOf(z.int().optional().nonoptional())).toEqualTypeOf<number>();
    expectTypeOf(valueOf(z.array(z.array(z.object({ angle: z.number() }))))).toEqualTypeOf<
      { angle: number }[][]
    >();
    expectTypeOf(valueOf(z.tuple([z.string(), z.boolean()]))).toEqualTypeOf<[string, boolean]>();
    expectTypeOf(valueOf(z.record(z.string(), z.date()))).toEqualTypeOf<Record<string, Date>>();
    expectTypeOf(valueOf(z.enum(["a", "b"]))).toEqualTypeOf<"a" | "b">();
    expectTypeOf(valueOf(z.file())).toEqualTypeOf<File>();
    expectTypeOf(valueOf(choiceSet(["a", "b"]))).toEqualTypeOf<Set<"a" | "b">>();
    expectTypeOf(valueOf(money().optional())).toEqualTypeOf<Decimal | undefined>();
  });

  it("infers the output of codecs and transforms", () => {
    const day = z.codec(z.iso.date(), z.date(), { decode: (text) => new Date(text), encode: String });
    expectTypeOf(valueOf(day)).toEqualTypeOf<Date>();
    expectTypeOf(valueOf(z.string().transform((text) => text.length))).toEqualTypeOf<number>();
    expectTypeOf(valueOf(z.preprocess(String, z.literal("a")))).toEqualTypeOf<"a">();
  });

  it("infers unions that a switch can narrow", () => {
    const Shape = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("circle"), radius: z.number() }),
      z.object({ kind: z.literal("square"), side: z.number() }),
    ]);
    const shape = valueOf(Shape);
    if (shape.kind === "circle") expectTypeOf(shape.radius).toEqualTypeOf<number>();
    // @ts-expect-error -- only a square has sides
    else void shape.radius;
    expectTypeOf(valueOf(z.union([z.int(), z.string()]))).toEqualTypeOf<string | number>();
  });

  it("infers fields that may be absent", () => {
    const type = z.object({ a: z.string(), b: z.string().optional(), c: z.string().default("x") });
    expectTypeOf(valueOf(type)).toEqualTypeOf<{ a: string; b?: string | undefined; c: string }>();
  });

  it("returns either a value or an error", async () => {
    const compiled = schema(z.object({ a: z.string() }));
    const result = compiled.deserialize({});
    expectTypeOf(result).toEqualTypeOf<DeserializeResult<{ a: string }>>();
    // @ts-expect-error -- check `ok` before reading the value
    void result.value;
    // @ts-expect-error -- check `ok` before reading the error
    void result.error;
    if (result.ok) {
      // @ts-expect-error -- no such field
      void result.value.b;
    }
    expectTypeOf(await compiled.deserializeAsync({})).toEqualTypeOf(result);
  });

  it("keeps its type after bind", () => {
    const type = z.object({ a: z.string() });
    expectTypeOf(schema(type).bind({ user: "Ann" })).toEqualTypeOf<Schema<typeof type>>();
  });

  it("refuses other values than types, and wrong metadata", () => {
    // @ts-expect-error -- a shape is not a type
    schema({ a: z.string() });
    // @ts-expect-error -- a title is a text
    schema(z.string().meta({ title: 3 }));
    // @ts-expect-error -- a wire reads and writes
    schema(z.string().meta({ wire: { decode: String } }));
    // @ts-expect-error -- messages are texts
    schema(z.string()).deserialize("", { messages: { required: 3 } });
  });
});
