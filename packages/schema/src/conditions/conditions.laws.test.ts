import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leaveOut } from "../left-out.ts";
import { print } from "../print.ts";
import { schema } from "../schema.ts";
import {
  DAYS,
  defaultOf,
  type FieldShape,
  isGroup,
  type ObjectShape,
  objectType,
  type Rule,
  type Shape,
  Shapes,
} from "../testing/conditional-shapes.ts";
import { Random } from "../testing/random.ts";

/**
 * A model of conditions, with random schemas and random answers. The model walks the answers with pointers; the library walks the posted
 * texts with paths.
 */

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
    case "number":
      return { shape, posted: random.pick("0", "1.5", "1000.5", "", ...wrong) };
    case "date":
      return { shape, posted: random.pick(...DAYS, "") };
    case "yes":
      return { shape, posted: random.pick("true", "false") };
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
  if ("isAbove" in test) return value !== undefined && isAbove(value, test.isAbove);
  if ("isBelow" in test) return value !== undefined && isAbove(test.isBelow, value);
  return typeof value === "string" && value.startsWith("x");
}

function isAbove(value: unknown, other: unknown): boolean {
  return typeof value === "number" && typeof other === "number" ? value > other : print(value) > print(other);
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
  if (posted === "wrong") return undefined;
  if (shape.kind === "int" || shape.kind === "number") return Number(posted);
  if (shape.kind === "yes") return posted === "true";
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
  for (const { name, wrapper, shape } of object.shape.fields.filter((field) => isHidden(field, object))) {
    if (wrapper === "nullable") value[name] = null;
    if (wrapper === "default") value[name] = defaultOf(shape);
  }
  for (const field of fields) {
    const { name, wrapper, shape, showWhen, requireWhen } = field;
    const answer = object.parts.get(name);
    const here = [...path, name];
    if (!answer || shape.kind === "computed") continue;
    const isEmpty =
      (shape.kind === "list" || shape.kind === "record") &&
      JSON.stringify(requireWhen) !== JSON.stringify(showWhen) &&
      Object.keys(Object(answer.posted)).length === 0;
    const isMissing = answer.posted === undefined || answer.posted === "" || answer.isOut === true;
    if ((isMissing || isEmpty) && requireWhen && isTrue(requireWhen, object)) errors.push(here.join("."));
    else if (isMissing) {
      if (wrapper === "nullable") value[name] = null;
      if (wrapper === "default") value[name] = defaultOf(shape);
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
  if (shape.kind === "int" || shape.kind === "number") return Number(posted);
  if (shape.kind === "yes") return posted === "true";
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
