import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "./schema.ts";
import { boolean } from "./types/boolean.ts";
import { date } from "./types/date.ts";
import { datetime } from "./types/datetime.ts";
import { decimal, money } from "./types/decimal.ts";
import { enumOf } from "./types/enum-of.ts";
import { integer } from "./types/integer.ts";
import { time } from "./types/time.ts";

/** Makes an object as `structure` does: without a prototype, and so without `toString`. */
const bare = (names: Record<string, unknown>): object => Object.assign(Object.create(null), names);

const types: readonly z.ZodType[] = [
  z.string(),
  z.string().min(1).max(9),
  z.file().min(1).max(9),
  z.union([z.string().length(3), z.int()]),
  z.email().min(3).or(z.literal("")),
  z.union([z.literal("a"), z.literal(1), z.null()]),
  z.number(),
  z.bigint(),
  z.boolean(),
  z.date(),
  z.enum(["a"]),
  z.literal([1, null]),
  z.stringbool(),
  integer(),
  integer({ strict: true }),
  decimal({ quantum: ".01" }),
  money(),
  boolean({ trueChoices: ["y"] }),
  date({ format: "%d.%m.%Y" }),
  datetime(),
  time(),
  enumOf("Colour", { RED: 1 }),
  z.codec(z.string(), z.number(), { decode: Number, encode: String }),
  z.string().transform((text) => text.length),
  z.preprocess((value) => value, z.int()),
  z.union([z.int(), z.date()]),
  z.union([z.object({ a: z.string() }), z.array(z.int())]),
  z.discriminatedUnion("a", [z.object({ a: z.literal(["x", 1]) }), z.object({ a: z.null() })]),
  z.tuple([z.string()], z.int()),
  z.map(z.string(), z.int()),
  z.looseObject({ a: z.string() }),
  z.object({ a: z.string() }).catchall(z.int()),
];
const values: readonly unknown[] = [
  bare({}),
  bare({ toString: "x", valueOf: "y" }),
  bare({ length: bare({}), size: [bare({})] }),
  [bare({ a: "1" })],
  [[], [bare({})]],
  new Date(NaN),
  new File([], ""),
  new Map(),
  Symbol.iterator,
  () => 1,
  NaN,
  -0,
  10n ** 400n,
  "\uD800",
];
const around: readonly ((type: z.ZodType) => z.ZodType)[] = [
  (type) => type,
  (type) => type.optional(),
  (type) => z.array(type),
  (type) => z.set(type),
  (type) => z.object({ a: type }),
  (type) => z.record(z.string(), type),
];

describe("schema", () => {
  it("reads and shows any value of any type without an exception", () => {
    for (const type of types) {
      for (const wrap of around) {
        const compiled = schema(wrap(type));
        for (const value of [
          ...values,
          ...values.map((each) => [each]),
          ...values.map((each) => bare({ a: each })),
        ]) {
          const read = compiled.deserialize(value);
          expect(read.ok || read.error.asDict()).toBeTruthy();
          compiled.serialize(value);
          expect(typeof compiled.trySerialize(value).ok).toBe("boolean");
        }
      }
    }
  });
});
