import type { Control, SchemaNode } from "@turnform/schema";
import { when } from "@turnform/schema/conditions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { heavySeeds } from "../../../../scripts/heavy-seeds.ts";
import { createForm } from "../define/form.ts";
import { mapping } from "../widgets/mapping.ts";
import { sequence } from "../widgets/sequence.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";

/** Limit of a posted page, relative to the post and the fresh page together. */
const TIMES = 300;

/** A random generator that repeats its numbers for a seed. */
class Random {
  #state: number;

  constructor(seed: number) {
    // Scatters neighbouring seeds, whose first numbers would be almost equal.
    this.#state = Math.imul(seed, 0x9e3779b9) >>> 0;
  }

  /** Returns a whole number from 0, below `end`. */
  below(end: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * end);
  }

  of<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

const Tree = z.object({
  name: z.string(),
  get children() {
    return z.array(Tree);
  },
});
const Sum = z.object({
  kind: z.literal("sum"),
  get left() {
    return Term;
  },
  get right() {
    return Term;
  },
});
const Term: z.ZodType = z.lazy(() =>
  z.discriminatedUnion("kind", [z.object({ kind: z.literal("one"), value: z.int() }), Sum]),
);
const Person = z.object({
  name: z.string(),
  get heirs(): z.ZodType {
    return z.array(Person.nullable());
  },
});
const Plan: z.ZodType = z.lazy(() =>
  z.union([z.object({ step: z.string() }), z.object({ first: Plan, last: Plan.optional() })]),
);
const countries = Array.from({ length: 100 }, (_, i) => `country-${i}`);

function leaf(random: Random): z.ZodType {
  return random.of<() => z.ZodType>([
    () => z.string().min(2),
    () => z.boolean(),
    () => z.int(),
    () => z.iso.date(),
    () => z.enum(["a", "b", "c"]),
    () => z.enum(countries),
    () => z.array(z.enum(["a", "b"])),
    () => z.string().meta({ title: "Title", description: "Help" }),
  ])();
}

function limited(random: Random, type: z.ZodArray): z.ZodArray {
  const min = random.of([0, 0, 0, 1, 5, 20]);
  const least = min > 0 ? type.min(min) : type;
  return random.of([false, true]) ? least.max(min + random.of([0, 1, 3, 1000])) : least;
}

function anyType(random: Random, depth: number): z.ZodType {
  if (depth === 0) return leaf(random);
  const inner = (): z.ZodType => anyType(random, depth - 1);
  const object = (): z.ZodObject =>
    z.object(Object.fromEntries(Array.from({ length: random.of([1, 2, 8]) }, (_, i) => [`f${i}`, inner()])));
  return random.of<() => z.ZodType>([
    () => leaf(random),
    object,
    () => limited(random, z.array(inner())).meta({ orderable: random.of([false, true]) }),
    () => limited(random, z.array(object())).meta({ widget: sequence({ itemTitle: "Item ${number}" }) }),
    () => object().nullish(),
    () =>
      object()
        .optional()
        .meta({ widget: mapping({ frame: "details" }) }),
    () =>
      z
        .array(object().nullable())
        .min(random.of([0, 1, 5]))
        .optional(),
    () =>
      z
        .tuple([inner(), leaf(random)])
        .meta({ widget: tupleGroup() })
        .nullish(),
    () => z.set(leaf(random)).max(3),
    () => z.set(object()).max(3),
    () => z.map(leaf(random), inner()),
    () => z.record(z.string(), inner()),
    () => z.record(z.enum(["a", "b", "c"]), inner()),
    () => z.partialRecord(z.enum(["a", "b"]), inner()),
    () => z.tuple([inner()], inner()).meta({ widget: tupleGroup() }),
    () => {
      const made = (i: number): z.ZodObject => object().extend({ kind: z.literal(`case-${i}`) });
      const others = Array.from({ length: random.of([1, 5, 11]) }, (_, i) => made(i + 1));
      return z.discriminatedUnion("kind", [made(0), ...others]);
    },
    () => z.union([object(), object(), ...Array.from({ length: random.of([0, 1, 9]) }, object)]),
    () => z.xor([object(), object()]).optional(),
    () => z.object({ base: inner() }).and(z.union([object(), object()])),
    () =>
      z.object({
        kind: z.string().optional(),
        a: inner()
          .optional()
          .meta({ showWhen: when("kind").isFilled() }),
      }),
    () => z.preprocess((value) => value, z.object({ a: leaf(random), b: leaf(random) })),
    () =>
      z.codec(object(), z.any(), {
        decode: (value): unknown => value,
        encode: (value) => value,
      }),
    () => Tree,
    () => Term,
    () => Person,
    () => Plan,
  ])();
}

/** Makes posts of a stranger: partly in the schema's shape, much too long, with many parts missing. */
class Attack {
  readonly #random: Random;
  /** Number of controls that may still be posted. */
  #left = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  root(node: SchemaNode): Control[] {
    this.#left = this.#random.of([100, 1000, 10_000]);
    return node.children.flatMap((child) => this.#post(child, child.name, 0));
  }

  #post(node: SchemaNode, name: string, depth: number): Control[] {
    const random = this.#random;
    if (this.#left-- <= 0 || depth > 40) return [];
    if (random.below(12) === 0) return [[name, random.of(["", "x", "<>&\"'".repeat(9)])]];
    const inside = (type: string, ...controls: readonly Control[][]): Control[] => {
      this.#left--;
      const included: Control[] =
        random.below(3) === 0 ? [["__included__", random.of(["yes", "", "null"])]] : [];
      return [["__start__", `${name}:${type}`], ...included, ...controls.flat(), ["__end__", ""]];
    };
    const { children, entry } = node;
    switch (node.kind) {
      case "array":
      case "set":
      case "record":
      case "map":
      case "tuple": {
        const item = entry ?? children.at(-1);
        if (!item) return [];
        const count = random.of([0, 1, 2, 30, 300, 5000]);
        const one = this.#post(item, "", depth + 1);
        const most = Math.max(1, Math.floor(this.#left / Math.max(1, one.length)));
        const items = Array.from({ length: Math.min(count, most) }, () => one);
        this.#left -= items.length * one.length;
        const editing: Control[] =
          random.below(30) === 0 ? [["__edit__", random.of(["add", "duplicate"])]] : [];
        return inside("sequence", ...items, editing);
      }
      case "object":
        return inside("mapping", ...this.#some(children, depth));
      case "union": {
        const option = random.of([children[0] ?? node, ...children]);
        const tag = option.children.find((child) => child.name === node.discriminator)?.choices?.[0]?.text;
        const fields = this.#some(option.children, depth);
        return inside("mapping", [[node.discriminator ?? "", tag ?? ""]], ...fields);
      }
      default:
        return [[name, random.of(["", "a", "x".repeat(30)])]];
    }
  }

  #some(children: readonly SchemaNode[], depth: number): Control[][] {
    const share = this.#random.of([0, 1, 4]);
    return children
      .filter(() => share > 0 && this.#random.below(share) === 0)
      .map((child) => this.#post(child, child.name, depth + 1));
  }
}

const sizeOf = (controls: readonly Control[]): number =>
  controls.reduce(
    (sum, [name, value]) => sum + name.length + (typeof value === "string" ? value.length : 0) + 2,
    0,
  );

describe("a page of a post", () => {
  it("is in proportion to the post and the fresh page, for any post", () => {
    const kinds = new Set<string>();
    for (const seed of heavySeeds(60)) {
      const random = new Random(seed);
      const form = createForm(z.object({ a: anyType(random, random.of([1, 2, 3])), b: anyType(random, 2) }));
      const fresh = String(form.render()).length;
      if (fresh > 1_000_000) continue;
      for (let round = 0; round < 5; round++) {
        const controls = new Attack(random).root(form.node);
        const result = form.validate(controls);
        const allowed = TIMES * (sizeOf(controls) + fresh);
        for (const page of [result.form, form.draft(controls)]) {
          const { length } = String(page);
          if (length > allowed) throw new Error(`Seed ${seed}, round ${round}: ${length} > ${allowed}`);
        }
        kinds.add(result.form.status === 413 ? "413" : result.kind);
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(["413", "edited", "invalid", "valid"]));
  });
});
