import type { Pstruct } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countBlocks } from "../testing/count-blocks.ts";

const blocksOf = countBlocks();
// Only modules imported after the start are counted in full.
const { destructure } = await import("@turnform/schema");
const { when } = await import("@turnform/schema/conditions");
const { z } = await import("zod");
const { createForm } = await import("./form.ts");
const { everyField } = await import("../testing/every-field.ts");
const { mappingFrom } = await import("../testing/pstructs.ts");
const { tupleGroup } = await import("../widgets/tuple-group.ts");

const SECONDS = Number(process.env["HEAVY_SECONDS"] ?? 60);

type ZodType = (typeof everyField)[number]["type"];

/** A type around a field, and a post with `count` values of the field. */
interface Many {
  readonly type: (field: ZodType) => ZodType;
  readonly post: (value: Pstruct, count: number) => Pstruct;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Puts a value into itself, within the limit of levels. */
const nested = (value: Pstruct, count: number, around: (inner: Pstruct) => Pstruct): Pstruct => {
  let whole: Pstruct = mappingFrom([["a", value]]);
  for (let level = 0; level < count / 2; level++) whole = around(whole);
  return whole;
};

/** Makes a field that is shown if another one is filled. */
const shown = (type: ZodType, by: string): ZodType =>
  type.optional().meta({ ...type.meta(), showWhen: when(by).isFilled() });

const many: Readonly<Record<string, Many>> = {
  "a list": { type: (field) => z.array(field), post: (value, count) => times(count, () => value) },
  "a list of objects that may be left out": {
    type: (field) => z.array(z.object({ a: field, b: z.string() }).nullable()),
    post: (value, count) => times(count, () => mappingFrom([["a", value]])),
  },
  "a set of objects": {
    type: (field) => z.set(z.object({ a: field, b: z.string() })),
    post: (value, count) => times(count, (index) => mappingFrom(Object.entries({ a: value, b: `${index}` }))),
  },
  "a record": {
    type: (field) => z.record(z.string(), field),
    post: (value, count) => times(count, (index) => [`key-${index}`, value]),
  },
  "a record with one key": {
    type: (field) => z.record(z.string(), field),
    post: (value, count) => times(count, () => ["key", value]),
  },
  "a map": {
    type: (field) => z.map(z.string(), field),
    post: (value, count) => times(count, (index) => [`key-${index}`, value]),
  },
  "a tuple": {
    type: (field) => z.tuple([field], field).meta({ widget: tupleGroup() }),
    post: (value, count) => times(count, () => value),
  },
  "a list of options": {
    type: (field) => z.array(z.union([z.object({ a: field }), z.object({ a: z.string(), b: field })])),
    post: (value, count) =>
      times(count, (index) =>
        mappingFrom(Object.entries({ __option__: `${index % 2}`, a: value, b: value })),
      ),
  },
  "a list of conditional fields": {
    type: (field) =>
      z.object({
        kind: z.string().optional(),
        list: z.array(z.object({ a: field, b: shown(z.string(), "a"), c: shown(field, "../kind") })),
      }),
    post: (value, count) =>
      mappingFrom(
        Object.entries({
          kind: "x",
          list: times(count, () => mappingFrom(Object.entries({ a: value, b: "x", c: value }))),
        }),
      ),
  },
  "conditional groups inside each other": {
    type(field) {
      const Node = z.object({
        a: field,
        b: shown(z.string(), "list"),
        get list(): ZodType {
          return shown(z.array(Node), "a");
        },
      });
      return Node;
    },
    post: (value, count) =>
      nested(value, count, (inner) => mappingFrom(Object.entries({ a: value, b: "x", list: [inner] }))),
  },
  "lists inside each other": {
    type(field) {
      const Node = z.object({
        a: field,
        get list(): ZodType {
          return z.array(Node);
        },
      });
      return Node;
    },
    post: (value, count) =>
      nested(value, count, (inner) => mappingFrom(Object.entries({ a: value, list: [inner] }))),
  },
  "options inside each other": {
    type(field) {
      const Node = z.object({
        a: field,
        get next(): ZodType {
          return z.union([Node, z.object({ a: field, b: z.string() })]).optional();
        },
      });
      return z.union([Node, z.object({ b: z.string() })]);
    },
    post: (value, count) =>
      nested(value, count, (inner) =>
        mappingFrom(Object.entries({ __option__: "0", a: value, next: inner })),
      ),
  },
  "exclusive options inside each other": {
    type(field) {
      const Node = z.object({
        a: field,
        get next(): ZodType {
          return z.xor([Node, z.strictObject({ b: z.string() })]).optional();
        },
      });
      return z.xor([Node, z.strictObject({ b: z.string() })]);
    },
    post: (value, count) =>
      nested(value, count, (inner) =>
        mappingFrom(Object.entries({ __option__: "0", a: value, next: inner })),
      ),
  },
  "cases inside each other": {
    type(field) {
      const Node: ZodType = z.lazy(() =>
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("a"), a: field, next: Node.optional() }),
          z.object({ kind: z.literal("b") }),
        ]),
      );
      return Node;
    },
    post: (value, count) =>
      nested(value, count, (inner) => mappingFrom(Object.entries({ kind: "a", a: value, next: inner }))),
  },
  "values of one field": { type: (field) => field, post: (value, count) => times(count, () => value) },
  "names of one field": {
    type: (field) => field,
    post: (value, count) => mappingFrom(times(count, (index) => [`name-${index}`, value] as const)),
  },
};

const values: readonly Pstruct[] = [
  "x",
  "1",
  "",
  ["a", "b"],
  mappingFrom([]),
  mappingFrom(Object.entries({ kind: "a", a: "1", b: "2" })),
  mappingFrom(Object.entries({ __option__: "1", a: "x", b: ["1"] })),
];

describe("validate, and drawing the page", () => {
  it("do work in proportion to the post, for any field", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyField),
        fc.constantFrom(...Object.values(many)),
        fc.constantFrom(...values),
        (field, { type, post }, value) => {
          const made = type(field.type);
          // A set of passwords in one control is refused, and so is a conditional field without values.
          if (made instanceof z.ZodSet && field.name.includes("assword")) return;
          if (field.name.startsWith("never")) return;
          const form = createForm(z.object({ it: made }));
          const work = (count: number): number => {
            const controls = destructure(mappingFrom([["it", post(value, count)]]));
            return blocksOf(() => {
              const result = form.validate(controls);
              if (result.kind === "invalid") result.error.asDict();
              String(result.form);
            });
          };
          const growth = (count: number): number => {
            // The first call also compiles and measures parts of the form.
            work(2 * count);
            return work(2 * count) / work(count);
          };
          // Exponential work shows with a few values; many would then take hours. A page of over fifty parts is also measured.
          expect(growth(12)).toBeLessThan(8);
          expect(growth(40)).toBeLessThan(3.5);
        },
      ),
      { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: SECONDS * 1000 },
    );
  });
});
