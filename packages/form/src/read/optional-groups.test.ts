import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { submittedControls } from "../testing/submitted.ts";
import { hidden } from "../widgets/hidden.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";

/** A type with values of it. */
interface Sample {
  readonly type: z.ZodType;
  readonly values: fc.Arbitrary<unknown>;
}

const of = (type: z.ZodType, values: fc.Arbitrary<unknown>): Sample => ({ type, values });
const text = fc.string({ minLength: 1, maxLength: 5 }).map((it) => `<${it}>`);

const texts = of(z.string(), text);
const leaves: readonly Sample[] = [
  texts,
  of(z.int(), fc.integer()),
  of(z.boolean(), fc.boolean()),
  of(z.string().optional(), fc.option(text, { nil: undefined })),
  of(z.int().nullable(), fc.option(fc.integer())),
];

/** Groups of one sample. Items of lists are never undefined, because a list leaves such items out. */
const groups: readonly ((inside: Sample) => Sample)[] = [
  ({ type, values }) =>
    of(z.object({ a: type, b: z.string().default("B") }), fc.record({ a: values, b: text })),
  ({ type, values }) =>
    of(z.tuple([type, z.string()]).meta({ widget: tupleGroup() }), fc.tuple(values, text)),
  ({ type, values }) => of(z.array(type), fc.array(present(values), { maxLength: 3 })),
  ({ type, values }) => of(z.array(type).min(1), fc.array(present(values), { minLength: 1, maxLength: 3 })),
  ({ type, values }) => of(z.record(z.string(), type), fc.dictionary(text, values, { maxKeys: 3 })),
  ({ type, values }) =>
    of(
      z.map(z.int(), type),
      fc
        .uniqueArray(fc.tuple(fc.integer(), values), { selector: ([key]) => key, maxLength: 3 })
        .map((pairs) => new Map(pairs)),
    ),
  ({ type, values }) =>
    of(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("a"), it: type }),
        z.object({ kind: z.literal("b"), on: z.boolean() }),
      ]),
      fc.oneof(
        values.map((it) => ({ kind: "a", it })),
        fc.boolean().map((on) => ({ kind: "b", on })),
      ),
    ),
  () =>
    of(
      z.set(z.enum(["x", "y"])),
      fc.subarray(["x", "y"]).map((chosen) => new Set(chosen)),
    ),
];

function present(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return values.filter((value) => value !== undefined);
}

/** Ways to make a group optional. */
const wrappers: readonly ((group: Sample) => Sample)[] = [
  (group) => group,
  ({ type, values }) => of(type.optional(), fc.option(values, { nil: undefined })),
  ({ type, values }) => of(type.nullable(), fc.option(values)),
  ({ type, values }) => of(type.nullish(), fc.oneof(values, fc.constantFrom(null, undefined))),
  ({ type, values }) => of(type.nullable().optional(), fc.oneof(values, fc.constantFrom(null, undefined))),
  ({ type, values }) => of(type.nullable().default(null), fc.option(values)),
  ({ type, values }) => of(type.optional().readonly(), fc.option(values, { nil: undefined })),
  ({ type, values }) =>
    of(
      type.nullish().transform((it) => it),
      fc.oneof(values, fc.constantFrom(null, undefined)),
    ),
];

/** Types up to a depth, with a value. */
const samples = fc
  .tuple(
    fc.constantFrom(...leaves),
    fc.array(fc.tuple(fc.constantFrom(...groups), fc.constantFrom(...wrappers)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([leaf, around]) => around.reduce((inside, [group, wrap]) => wrap(group(inside)), leaf))
  .chain(({ type, values }) =>
    values.map((value) => ({ type, value, [fc.toStringMethod]: () => described(type, value) })),
  );

/** Describes a failed sample. zod types print as thousands of lines. */
function described(type: z.ZodType, value: unknown): string {
  return `${JSON.stringify(z.toJSONSchema(type, { unrepresentable: "any" }))} with ${fc.stringify(value)}`;
}

describe("a form with optional groups", () => {
  it.each([
    ["shown", (type: z.ZodType) => type],
    ["hidden", (type: z.ZodType) => type.meta({ ...type.meta(), widget: hidden() })],
  ])("keeps each value unchanged, absent or null at any depth, while %s", (_, as) => {
    fc.assert(
      fc.property(samples, ({ type, value }) => {
        const form = createForm(z.object({ it: as(type) }));
        const given = { it: value };
        const result = form.validate(submittedControls(String(form.render(given))), given);
        expect(result.kind === "invalid" ? result.error.asDict() : result).toMatchObject({ kind: "valid" });
        expect(result).toHaveProperty("value", given.it === undefined ? {} : given);
      }),
      { numRuns: 100 },
    );
  });
});
