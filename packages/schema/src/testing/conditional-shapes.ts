import { z } from "zod";
import type { Condition, Test } from "../conditions/condition.ts";
import { allOf, anyOf, not, when } from "../conditions/when.ts";
import type { Random } from "./random.ts";

/** Random objects in lists, unions, records, tuples and themselves, with random conditions. */

/** A field of an object. A field with a higher rank reads those with lower ones, so there are no circles. */
export interface FieldShape {
  readonly name: string;
  readonly rank: number;
  readonly shape: Shape;
  /** The way in which its type allows a missing value. */
  readonly wrapper: "none" | "optional" | "nullable" | "default";
  showWhen?: Rule | undefined;
  requireWhen?: Rule | undefined;
}

export interface ObjectShape {
  readonly kind: "object";
  readonly fields: FieldShape[];
  type?: z.ZodObject;
}

/** The kinds of single values. */
export type LeafKind = "enum" | "int" | "number" | "text" | "date" | "yes" | "computed";

export type Shape =
  | ObjectShape
  | { readonly kind: LeafKind | "tag" }
  | { readonly kind: "list" | "record" | "tuple"; readonly item: Shape }
  | { readonly kind: "union"; readonly isTagged: boolean; readonly options: readonly ObjectShape[] };

/** A condition of the model. */
export type Rule =
  | { readonly join: "all" | "any"; readonly rules: readonly Rule[] }
  | { readonly join: "not"; readonly rule: Rule }
  | { readonly up: number | "root"; readonly names: readonly string[]; readonly test: Test };

const GROUPS = ["object", "list", "lists", "texts", "union", "plain", "record", "tuple", "kids"] as const;

/** Makes a random object with conditions. */
export class Shapes {
  readonly #random: Random;
  #rank = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  object(depth: number, tag?: string): ObjectShape {
    const made: ObjectShape = { kind: "object", fields: [] };
    if (tag !== undefined) made.fields.push(this.#field("k", { kind: "tag" }, "none"));
    made.fields.push(this.#leaf("a", "enum"));
    for (const [name, kind] of [
      ["n", "int"],
      ["r", "number"],
      ["d", "date"],
      ["b", "yes"],
      ["s", "text"],
      ["c", "computed"],
      ["m", "int"],
    ] as const)
      if (this.#random.once(2)) made.fields.push(this.#leaf(name, kind));
    const groups = depth > 0 ? GROUPS.filter(() => this.#random.once(3)) : [];
    for (const name of groups) {
      const wrapper = this.#random.pick("none", "optional", "nullable");
      const rank = this.#rank++;
      made.fields.push({ name, rank, shape: this.#group(name, depth - 1, made), wrapper });
    }
    // A last field, so that some read groups before them.
    made.fields.push(this.#leaf("z", "text"));
    return made;
  }

  #leaf(name: string, kind: LeafKind): FieldShape {
    return this.#field(
      name,
      { kind },
      kind === "computed" ? "optional" : this.#random.pick("optional", "nullable", "default"),
    );
  }

  #field(name: string, shape: Shape, wrapper: FieldShape["wrapper"]): FieldShape {
    return { name, rank: this.#rank++, shape, wrapper };
  }

  #group(name: (typeof GROUPS)[number], depth: number, around: ObjectShape): Shape {
    switch (name) {
      case "object":
        return this.object(depth);
      case "list":
        return { kind: "list", item: this.object(depth) };
      case "lists":
        return { kind: "list", item: { kind: "list", item: this.object(depth) } };
      case "texts":
        return { kind: "list", item: { kind: "text" } };
      case "union":
      case "plain": {
        const isTagged = name === "union";
        const options = ["p", "q"].map((tag) => this.object(depth, isTagged ? tag : undefined));
        return { kind: "union", isTagged, options };
      }
      case "record":
        return { kind: "record", item: this.object(depth) };
      case "tuple":
        return { kind: "tuple", item: this.object(depth) };
      case "kids":
        return { kind: "list", item: around };
      default:
        return name satisfies never;
    }
  }

  /** Adds conditions to the fields of an object and all objects inside it. */
  addRules(object: ObjectShape, around: readonly ObjectShape[]): void {
    for (const field of object.fields) {
      if (field.wrapper !== "none" && this.#random.once(2))
        field.showWhen = this.#rule(field, [object, ...around], 2);
      if (field.wrapper !== "none" && field.shape.kind !== "computed" && this.#random.once(4))
        field.requireWhen = this.#rule(field, [object, ...around], 2);
      this.#addInside(field.shape, [object, ...around]);
    }
  }

  #addInside(shape: Shape, around: readonly ObjectShape[]): void {
    if (shape.kind === "object") {
      if (!around.includes(shape)) this.addRules(shape, around);
    } else if ("options" in shape) for (const option of shape.options) this.#addInside(option, around);
    else if ("item" in shape) this.#addInside(shape.item, around);
  }

  #rule(field: FieldShape, chain: readonly ObjectShape[], depth: number): Rule | undefined {
    const random = this.#random;
    if (depth > 0 && random.once(4)) {
      const rules = [0, 1].flatMap(() => this.#rule(field, chain, depth - 1) ?? []);
      const [first] = rules;
      if (!first) return undefined;
      return random.once(3) ? { join: "not", rule: first } : { join: random.pick("all", "any"), rules };
    }
    const targets = chain.flatMap((object, up) =>
      pathsIn(object, field.rank).flatMap(([names, target]) => {
        const isRoot = up === chain.length - 1;
        // A recursive object is inside others than here: only its own fields and the field "a" are everywhere.
        const isSafe = up === 0 || (names.length === 1 && names[0] === "a");
        return isSafe || isRoot
          ? [{ up: isRoot && (random.once(2) || !isSafe) ? ("root" as const) : up, names, target }]
          : [];
      }),
    );
    const target = targets[random.below(targets.length)];
    if (!target) return undefined;
    const { up, names } = target;
    const prefix = up === "root" ? "/" : "../".repeat(up);
    return { up, names, test: this.#test(prefix + names.join("."), target.target) };
  }

  #test(at: string, { kind }: Shape): Test {
    const random = this.#random;
    const begun = when(at);
    const value = operandOf(kind, random);
    const ofLeaf = [begun.is(value), begun.isNot(value), begun.isOneOf([value])];
    const ofInt = [begun.isAbove(1), begun.isBelow(1)];
    const filled = [begun.isFilled(), begun.isEmpty()];
    if (kind === "int" || kind === "number") return random.pick(begun.isFilled(), ...ofLeaf, ...ofInt);
    if (kind === "date")
      return random.pick(begun.isFilled(), ...ofLeaf, begun.isAbove(DAYS[0]), begun.isBelow(DAYS[1]));
    if (kind === "yes") return random.pick(begun.isFilled(), begun.isEmpty(), ...ofLeaf);
    if (kind === "text") return random.pick(begun.matches(/^x/), ...ofLeaf, ...filled);
    // An option has a single tag; the union around it has all.
    return kind === "enum" || (kind === "tag" && at.endsWith(".k"))
      ? random.pick(begun.isFilled(), ...ofLeaf)
      : random.pick(begun.isFilled(), ...filled);
  }
}

/** Days of random answers and conditions, in order. */
export const DAYS = ["2024-02-29", "2025-01-01"] as const;

function operandOf(kind: Shape["kind"], random: Random): string | number | boolean {
  switch (kind) {
    case "int":
      return random.below(3);
    case "number":
      return random.pick(0, 1.5, 1000.5);
    case "date":
      return random.pick(...DAYS);
    case "yes":
      return random.once(2);
    default:
      return kind === "tag" ? "p" : random.pick("x", "y");
  }
}

/** Returns paths to fields with lower ranks. */
function pathsIn(
  object: ObjectShape,
  rank: number,
): readonly (readonly [names: readonly string[], target: Shape])[] {
  return object.fields.flatMap(({ name, rank: own, shape }) => {
    if (own >= rank || shape.kind === "computed") return [];
    const options = "options" in shape && isBefore(shape.options, rank) ? shape.options.slice(0, 1) : [];
    const inside = shape.kind === "object" ? [shape] : options;
    const deeper = inside.flatMap((each) =>
      pathsIn(each, rank).map(([names, target]) => [[name, ...names], target] as const),
    );
    return [[[name], shape] as const, ...deeper];
  });
}

/** Returns true if no option has a field that could depend on the one with the rank: a path leads into the posted option. */
function isBefore(options: readonly ObjectShape[], rank: number): boolean {
  return options.every(({ fields }) => fields.every((field) => field.rank < rank));
}

const letters = z.enum(["x", "y", "z"]);

function typeOf(shape: Shape, tag = ""): z.ZodType {
  switch (shape.kind) {
    case "enum":
      return letters;
    case "int":
      return z.int();
    case "number":
      return z.number();
    case "date":
      return z.iso.date().meta({ kind: "day" });
    case "yes":
      return z.boolean();
    case "text":
      return z.string();
    case "tag":
      return z.literal(tag);
    case "computed":
      return z
        .string()
        .meta({ computed: ({ a, n }: { a?: string; n?: number }) => `${a ?? "-"}${n ?? "-"}` });
    case "list":
      return z.array(typeOf(shape.item));
    case "record":
      return z.record(z.string(), typeOf(shape.item));
    case "tuple":
      return z.tuple([typeOf(shape.item), z.string()]);
    case "union": {
      const [first, second] = shape.options.map((option, i) => objectType(option, "pq".charAt(i)));
      if (!first || !second) throw new TypeError("A union has two options");
      return shape.isTagged
        ? z.discriminatedUnion("k", [asTagged(first), asTagged(second)])
        : z.union([first, second]);
    }
    case "object":
      return objectType(shape);
    default:
      return shape satisfies never;
  }
}

export function objectType(shape: ObjectShape, tag = ""): z.ZodObject {
  return (shape.type ??= z.object(
    Object.defineProperties(
      {},
      Object.fromEntries(
        shape.fields.map((field) => [field.name, { enumerable: true, get: () => fieldType(field, tag) }]),
      ),
    ),
  ));
}

/** Types an object with a tag. */
function asTagged(type: z.ZodObject): z.ZodObject<{ k: z.ZodLiteral<string> }> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each option of a tagged union is made with the field "k"
  return type as z.ZodObject<{ k: z.ZodLiteral<string> }>;
}

const types = new WeakMap<FieldShape, z.ZodType>();

function fieldType(field: FieldShape, tag: string): z.ZodType {
  const { wrapper, shape, showWhen, requireWhen } = field;
  const known = types.get(field);
  if (known) return known;
  const inner =
    shape.kind === "list" && shape.item.kind === "object" ? lists(shape.item) : typeOf(shape, tag);
  const wrapped = {
    none: () => inner,
    optional: () => inner.optional(),
    nullable: () => inner.nullable(),
    default: () => inner.default(defaultOf(shape)),
  }[wrapper]();
  const meta = {
    ...(showWhen && { showWhen: conditionOf(showWhen) }),
    ...(requireWhen && { requireWhen: conditionOf(requireWhen) }),
  };
  const made = Object.keys(meta).length > 0 ? wrapped.meta(meta) : wrapped;
  types.set(field, made);
  return made;
}

/** Returns the initial value of a field whose wrapper is `default`. */
export function defaultOf({ kind }: Shape): string | number | boolean {
  if (kind === "int" || kind === "number") return 7;
  if (kind === "yes") return false;
  return kind === "date" ? DAYS[0] : "y";
}

/** A list of objects, which may be the object around the list. */
function lists(item: ObjectShape): z.ZodType {
  return z.array(z.lazy(() => objectType(item)));
}

function conditionOf(rule: Rule): Condition {
  if ("test" in rule) return rule.test;
  if ("rule" in rule) return not(conditionOf(rule.rule));
  return (rule.join === "all" ? allOf : anyOf)(...rule.rules.map(conditionOf));
}

const LEAVES: readonly string[] = ["enum", "int", "number", "text", "date", "yes", "tag", "computed"];

export const isGroup = ({ kind }: Shape): boolean => !LEAVES.includes(kind);
