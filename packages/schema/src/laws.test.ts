import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Control } from "./control.ts";
import { schema } from "./schema.ts";
import { structure } from "./structure.ts";
import { Decimal, decimal, isDecimal } from "./types/decimal.ts";
import { time } from "./types/time.ts";

/** A type with values. */
interface Sample {
  readonly type: z.ZodType;
  readonly values: fc.Arbitrary<unknown>;
}

const of = (type: z.ZodType, values: fc.Arbitrary<unknown>): Sample => ({ type, values });
const text = fc.string({ minLength: 1 });
const day = fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") });

const leaves: readonly Sample[] = [
  of(z.string(), text),
  of(z.string().meta({ allowEmpty: true }), fc.string()),
  of(z.number(), fc.double({ noDefaultInfinity: true, noNaN: true })),
  of(z.int(), fc.integer()),
  of(z.bigint(), fc.bigInt()),
  of(z.boolean(), fc.boolean()),
  of(z.stringbool(), fc.boolean()),
  of(z.date(), day),
  of(z.enum(["red", "green"]), fc.constantFrom("red", "green")),
  of(z.literal([1, "two", false, null]), fc.constantFrom(1, "two", false, null)),
  of(
    decimal(),
    fc.integer().map((n) => Decimal(`${n}.50`)),
  ),
  of(
    time(),
    fc.integer({ min: 0, max: 59 }).map((n) => `12:${String(n).padStart(2, "0")}:00`),
  ),
  of(
    z.codec(z.string(), z.number(), {
      decode: (hex) => Number.parseInt(hex, 16),
      encode: (n) => n.toString(16),
    }),
    fc.nat(),
  ),
];

/** Wraps one sample in something. */
const around: readonly ((sample: Sample) => Sample)[] = [
  ({ type, values }) => of(z.array(type), fc.array(values, { maxLength: 3 })),
  ({ type, values }) => of(z.tuple([type, z.int()]), fc.tuple(values, fc.integer())),
  ({ type, values }) =>
    of(
      z.object({ a: type, __proto__: z.int() }),
      values.map((a) => ({ a })),
    ),
  ({ type, values }) =>
    of(
      z.object({ a: type.optional() }),
      fc.oneof(
        values.map((a) => ({ a })),
        fc.constant({}),
      ),
    ),
  ({ type, values }) =>
    of(
      z.looseObject({ a: type }),
      values.map((a) => ({ a })),
    ),
  ({ type, values }) =>
    of(
      z.object({ a: type.nullable() }),
      fc.oneof(values, fc.constant(null)).map((a) => ({ a })),
    ),
  ({ type, values }) =>
    of(
      z.record(z.string(), type),
      fc.dictionary(
        text.filter((key) => key !== "__proto__"),
        values,
        { maxKeys: 3 },
      ),
    ),
  ({ type, values }) => of(z.lazy(() => type).readonly(), values),
  ({ type, values }) => of(type.brand<"branded">(), values),
  ({ type, values }) =>
    of(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("a"), it: type }),
        z.object({ kind: z.literal(2), n: z.int() }),
      ]),
      fc.oneof(
        values.map((it) => ({ kind: "a", it })),
        fc.integer().map((n) => ({ kind: 2, n })),
      ),
    ),
];

/** Types up to a depth, with values. */
const samples: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...leaves), fc.array(fc.constantFrom(...around), { maxLength: 4 }))
  .map(([leaf, wrappers]) => wrappers.reduce((sample, wrap) => wrap(sample), leaf));

// Compares decimals by their digits, because they cache their text.
expect.addEqualityTesters([(a, b) => (isDecimal(a) && isDecimal(b) ? String(a) === String(b) : undefined)]);

describe("schema", () => {
  it("reads back every value that it shows", () => {
    fc.assert(
      fc.property(
        samples.chain(({ type, values }) => values.map((value) => ({ type, value }))),
        ({ type, value }) => {
          const compiled = schema(type);
          expect(compiled.deserialize(compiled.serialize(value))).toEqual({ ok: true, value });
          expect(compiled.trySerialize(value)).toEqual({ ok: true, cstruct: compiled.serialize(value) });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("returns a value or errors for any post, and changes no prototype", () => {
    const names = fc.constantFrom(
      "__start__",
      "__end__",
      "a",
      "kind",
      "it",
      "__proto__",
      "constructor",
      "toString",
    );
    const values = fc.constantFrom(
      "a:sequence",
      "a:mapping",
      "__proto__:mapping",
      ":ignore",
      "it:rename",
      "a",
      "2",
      "",
      "1e3",
    );
    const controls = fc.array(fc.tuple(names, fc.oneof(values, fc.string())), { maxLength: 30 });
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(samples, controls, ({ type }, posted: Control[]) => {
        const result = structure(posted);
        const { ok } = schema(type).deserialize(result.ok ? result.pstruct : posted);
        expect(typeof ok).toBe("boolean");
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("refuses data nested too deep, without recursion", () => {
    let nested: unknown = "x";
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    const Tree: z.ZodType = z.lazy(() => z.union([z.string(), z.array(Tree)]));
    const result = schema(Tree).deserialize(nested);
    expect(!result.ok && result.error.asDict()).toEqual({ "": "Nested deeper than 100 levels" });
    expect(schema(Tree).deserialize([[["x"]], []])).toEqual({ ok: true, value: [[["x"]], []] });
  });
});
