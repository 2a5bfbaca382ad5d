import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { leaveOut } from "../left-out.ts";
import { print } from "../print.ts";
import { schema } from "../schema.ts";
import type { Condition, Test } from "./condition.ts";
import { allOf, anyOf, not, when } from "./when.ts";
import { Random } from "../testing/random.ts";

/**
 * A model of conditions: random objects in lists, unions, records, tuples and themselves, with random conditions and random answers. The
 * model walks the answers with pointers; the library walks the posted texts with paths.
 */

/** A field of an object. A field with a higher rank reads those with lower ones, so there are no circles. */
interface FieldShape {
  readonly name: string;
  readonly rank: number;
  readonly shape: Shape;
  /** The way in which its type allows a missing value. */
  readonly wrapper: "none" | "optional" | "nullable" | "default";
  showWhen?: Rule | undefined;
  requireWhen?: Rule | undefined;
}

interface ObjectShape {
  readonly kind: "object";
  readonly fields: FieldShape[];
  type?: z.ZodObject;
}

type Shape =
  | ObjectShape
  | { readonly kind: "enum" | "int" | "text" | "tag" | "computed" }
  | { readonly kind: "list" | "record" | "tuple"; readonly item: Shape }
  | { readonly kind: "union"; readonly isTagged: boolean; readonly options: readonly ObjectShape[] };

/** A condition of the model. */
type Rule =
  | { readonly join: "all" | "any"; readonly rules: readonly Rule[] }
  | { readonly join: "not"; readonly rule: Rule }
  | { readonly up: number | "root"; readonly names: readonly string[]; readonly test: Test };

/** The answer to one object. */
interface ObjectAnswer {
  readonly shape: ObjectShape;
  readonly outer: ObjectAnswer | undefined;
  readonly parts: Map<string, Answer>;
  posted: Record<string, unknown>;
}

interface Answer {
  readonly posted: unknown;
  readonly isOut?: boolean;
  /** The object at this place. */
  readonly object?: ObjectAnswer | undefined;
  /** The items of a list, with their keys on the page and in the value. */
  readonly items?: readonly (readonly [
    shown: readonly (string | number)[],
    key: string | number,
    item: Answer,
  ])[];
  readonly shape: Shape;
}

const GROUPS = ["object", "list", "lists", "texts", "union", "plain", "record", "tuple", "kids"] as const;

/** Makes a random object with conditions. */
class Shapes {
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

  #leaf(name: string, kind: "enum" | "int" | "text" | "computed"): FieldShape {
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
    const value = kind === "int" ? random.below(3) : kind === "tag" ? "p" : random.pick("x", "y");
    const ofLeaf = [begun.is(value), begun.isNot(value), begun.isOneOf([value])];
    const ofInt = [begun.isAbove(1), begun.isBelow(1)];
    const filled = [begun.isFilled(), begun.isEmpty()];
    if (kind === "int") return random.pick(begun.isFilled(), ...ofLeaf, ...ofInt);
    if (kind === "text") return random.pick(begun.matches(/^x/), ...ofLeaf, ...filled);
    // An option has a single tag; the union around it has all.
    return kind === "enum" || (kind === "tag" && at.endsWith(".k"))
      ? random.pick(begun.isFilled(), ...ofLeaf)
      : random.pick(begun.isFilled(), ...filled);
  }
}

/** Returns the paths to fields with lower ranks. */
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

function objectType(shape: ObjectShape, tag = ""): z.ZodObject {
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
    default: () => inner.default(shape.kind === "int" ? 7 : "y"),
  }[wrapper]();
  const meta = {
    ...(showWhen && { showWhen: conditionOf(showWhen) }),
    ...(requireWhen && { requireWhen: conditionOf(requireWhen) }),
  };
  const made = Object.keys(meta).length > 0 ? wrapped.meta(meta) : wrapped;
  types.set(field, made);
  return made;
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

/** Makes a random answer. */
function answerObject(
  shape: ObjectShape,
  outer: ObjectAnswer | undefined,
  random: Random,
  depth: number,
  tag = "",
): ObjectAnswer {
  const made: ObjectAnswer = { shape, outer, parts: new Map(), posted: {} };
  const isOften = random.once(2);
  for (const { name, shape: part, wrapper } of shape.fields) {
    const isMissing = part.kind !== "tag" && wrapper !== "none" && random.once(5);
    const answer = isMissing
      ? { posted: undefined, shape: part }
      : answerPart(part, made, random, depth, { tag, isOften });
    const isOut = !isMissing && wrapper === "optional" && isGroup(part) && random.once(5);
    made.parts.set(name, { ...answer, isOut });
    if (isOut && typeof answer.posted === "object" && answer.posted) leaveOut(answer.posted, undefined);
    if (!isMissing || random.once(2)) made.posted[name] = answer.posted;
  }
  return made;
}

const isGroup = ({ kind }: Shape): boolean => !["enum", "int", "text", "tag", "computed"].includes(kind);

function answerPart(
  shape: Shape,
  outer: ObjectAnswer,
  random: Random,
  depth: number,
  { tag = "", isOften = false }: { readonly tag?: string; readonly isOften?: boolean } = {},
): Answer {
  const wrong = isOften && random.once(6) ? ["wrong"] : [];
  switch (shape.kind) {
    case "tag":
      return { shape, posted: tag };
    case "enum":
      return { shape, posted: random.pick("x", "y", "z", "", ...wrong) };
    case "int":
      return { shape, posted: random.pick("0", "1", "2", "1.0", "", ...wrong) };
    case "text":
      return { shape, posted: random.pick("x", "xy", "y", "") };
    case "computed":
      return { shape, posted: "forged" };
    case "object": {
      const object = answerObject(shape, outer, random, depth);
      return { shape, object, posted: object.posted };
    }
    case "union": {
      const position = random.below(2);
      const option = shape.options[position] ?? { kind: "object", fields: [] };
      const object = answerObject(option, outer, random, depth, "pq".charAt(position));
      if (!shape.isTagged) object.posted["__option__"] = String(position);
      return { shape, object, posted: object.posted };
    }
    case "tuple": {
      const item = answerPart(shape.item, outer, random, depth);
      return { shape, items: [[[0], 0, item]], posted: [item.posted, "end"] };
    }
    case "list":
    case "record": {
      const keys = depth > 0 ? ["v", "w"].filter(() => random.once(2)) : [];
      const isListed = shape.kind === "record" && random.once(2);
      const items = keys.map((key, position) => {
        const item =
          shape.item.kind === "text"
            ? { shape: shape.item, posted: "x" }
            : answerPart(shape.item, outer, random, depth - 1);
        const shown = isListed ? [position, 1] : [shape.kind === "record" ? key : position];
        return [shown, shape.kind === "record" ? key : position, item] as const;
      });
      const texts = items.map(([, key, { posted }]) => [key, posted]);
      const posted =
        shape.kind === "list" ? texts.map(([, text]) => text) : isListed ? texts : Object.fromEntries(texts);
      return { shape, items, posted };
    }
    default:
      return shape satisfies never;
  }
}

/** Evaluates a rule of the model at an object. */
function isTrue(rule: Rule, object: ObjectAnswer): boolean {
  if ("rule" in rule) return !isTrue(rule.rule, object);
  if ("rules" in rule)
    return rule.join === "all"
      ? rule.rules.every((each) => isTrue(each, object))
      : rule.rules.some((each) => isTrue(each, object));
  const value = valueAt(rule, object);
  const { test } = rule;
  if ("isFilled" in test) return value !== undefined;
  if ("isEmpty" in test) return value === undefined;
  if ("is" in test) return value === test.is;
  if ("isNot" in test) return value !== test.isNot;
  if ("isOneOf" in test) return test.isOneOf.some((each) => each === value);
  if ("isAbove" in test) return typeof value === "number" && value > Number(test.isAbove);
  if ("isBelow" in test) return typeof value === "number" && value < Number(test.isBelow);
  return typeof value === "string" && value.startsWith("x");
}

/** Returns the value at a path; undefined if nothing is filled in there. */
function valueAt(
  { up, names }: { readonly up: number | "root"; readonly names: readonly string[] },
  from: ObjectAnswer,
): unknown {
  let object: ObjectAnswer | undefined = from;
  if (up === "root") while (object?.outer) object = object.outer;
  else for (let level = 0; level < up; level++) object = object?.outer;
  let answer: Answer | undefined;
  for (const name of names) {
    if (answer) object = answer.isOut ? undefined : answer.object;
    const field: FieldShape | undefined = object?.shape.fields.find((each) => each.name === name);
    if (!object || !field || isHidden(field, object)) return undefined;
    answer = object.parts.get(name);
  }
  return answer && filled(answer);
}

function filled({ posted, isOut, shape }: Answer): unknown {
  if (posted === undefined || posted === "" || isOut) return undefined;
  if (shape.kind === "enum") return posted === "wrong" ? undefined : posted;
  if (shape.kind === "int") return posted === "wrong" ? undefined : Number(posted);
  if (shape.kind === "list" || shape.kind === "record")
    return Object.keys(Object(posted)).length > 0 ? true : undefined;
  return isGroup(shape) ? true : posted;
}

function isHidden({ showWhen }: FieldShape, object: ObjectAnswer): boolean {
  return showWhen !== undefined && !isTrue(showWhen, object);
}

type Path = readonly (string | number)[];

/** Returns the value of an object, and adds the paths of errors. */
function expectedObject(object: ObjectAnswer, path: Path, errors: string[]): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const before = errors.length;
  const fields = object.shape.fields.filter((field) => !isHidden(field, object));
  const known: Record<string, unknown> = {};
  for (const field of fields) {
    const { name, wrapper, shape, requireWhen } = field;
    const answer = object.parts.get(name);
    const here = [...path, name];
    if (!answer || shape.kind === "computed") continue;
    const isMissing = answer.posted === undefined || answer.posted === "" || answer.isOut === true;
    if (isMissing && requireWhen && isTrue(requireWhen, object)) errors.push(here.join("."));
    else if (isMissing) {
      if (wrapper === "nullable") value[name] = null;
      if (wrapper === "default") value[name] = shape.kind === "int" ? 7 : "y";
      if (wrapper === "none") errors.push(here.join("."));
    } else value[name] = expectedPart(answer, here, errors);
    if (answer.posted !== "wrong") known[name] = value[name] ?? undefined;
  }
  if (fields.some(({ shape }) => shape.kind === "computed"))
    value["c"] = `${print(known["a"] ?? "-")}${print(known["n"] ?? "-")}`;
  return before === errors.length ? value : {};
}

function expectedPart(answer: Answer, path: Path, errors: string[]): unknown {
  const { shape, posted, object, items = [] } = answer;
  if (object) return expectedObject(object, path, errors);
  if (posted === "wrong") errors.push(path.join("."));
  if (shape.kind === "int") return Number(posted);
  const made = items.map(
    ([shown, key, item]) => [key, expectedPart(item, [...path, ...shown], errors)] as const,
  );
  if (shape.kind === "record") return Object.fromEntries(made);
  if (shape.kind === "tuple") return [...made.map(([, part]) => part), "end"];
  return shape.kind === "list" ? made.map(([, part]) => part) : posted;
}

/** Returns all objects of an answer. */
function objectsIn(object: ObjectAnswer): readonly ObjectAnswer[] {
  const inside = ({ object: its, items = [] }: Answer): readonly ObjectAnswer[] =>
    its ? objectsIn(its) : items.flatMap(([, , item]) => inside(item));
  return [object, ...[...object.parts.values()].flatMap(inside)];
}

describe("conditions of random schemas", () => {
  it("hide, require and compute as a model says, and no hidden value is in the value", () => {
    const counts = { valid: 0, invalid: 0, hidden: 0, required: 0 };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        const shapes = new Shapes(random);
        const shape = shapes.object(2);
        shapes.addRules(shape, []);
        const compiled = schema(objectType(shape));
        for (let answers = 0; answers < 4; answers++) {
          const answer = answerObject(shape, undefined, random, 2);
          const before = structuredClone(answer.posted);
          const errors: string[] = [];
          const value = expectedObject(answer, [], errors);
          const result = compiled.deserialize(answer.posted);
          expect(result.ok ? [] : Object.keys(result.error.asDict()).sort()).toEqual(
            [...new Set(errors)].sort(),
          );
          if (result.ok) expect(result.value).toEqual(value);
          if (result.ok) expect(JSON.stringify(sorted(result.value))).toBe(JSON.stringify(sorted(value)));
          expect(answer.posted).toEqual(before);
          const states = compiled.conditions?.evaluate(answer.posted);
          for (const object of objectsIn(answer)) {
            for (const field of object.shape.fields) {
              const hidden = isHidden(field, object);
              const required =
                !hidden && field.requireWhen !== undefined && isTrue(field.requireWhen, object);
              expect(states?.isHidden(object.posted, field.name) ?? false).toBe(hidden);
              expect(states?.isRequired(object.posted, field.name) ?? false).toBe(required);
              counts.hidden += Number(hidden);
              counts.required += Number(required);
            }
          }
          counts[result.ok ? "valid" : "invalid"]++;
        }
      }),
      { numRuns: 150 },
    );
    // Enough of each.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
  });
});

/** Sorts the keys of all objects. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
