import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { Random } from "../testing/random.ts";

/**
 * A model of refinements: random types with random rules, and random answers with wrong values. The model tells from the
 * answers which rules count; the library from what the rules read.
 */

type Key = string | number;
type Path = readonly Key[];

/** A refinement of one type. It reads paths, and fails or passes whatever it reads. */
interface Rule {
  readonly id: string;
  /** Without paths, it lists all keys. */
  readonly reads: readonly Path[] | "keys";
  readonly fails: boolean;
  readonly at: Path;
  readonly abort: boolean;
  readonly when: boolean | undefined;
  readonly isAsync: boolean;
}

interface Shape {
  readonly kind: "leaf" | "set" | "object" | "tuple" | "array" | "record" | "union" | "transform";
  readonly parts: readonly (readonly [key: Key, part: Shape])[];
  readonly rules: readonly Rule[];
  readonly type: z.ZodType;
}

/** A posted value, and the keys and answers of its parts. */
interface Answer {
  readonly posted: unknown;
  readonly shape: Shape;
  readonly isWrong: boolean;
  /** True for a record posted as a list of pairs. */
  readonly isListed: boolean;
  readonly parts: readonly (readonly [key: Key, part: Answer])[];
}

/** The result of an answer in the model. */
interface Expected {
  /** `path id` of every rule that counts. */
  readonly messages: readonly string[];
  /** Paths of wrong values. */
  readonly wrong: readonly Path[];
  /** True if a rule with `abort` has failed. */
  readonly isAborted: boolean;
}

/** Makes a random type. */
class Shapes {
  readonly calls = new Map<string, number>();
  readonly #random: Random;
  readonly #isAsync: boolean;
  #count = 0;

  constructor(random: Random, isAsync: boolean) {
    this.#random = random;
    this.#isAsync = isAsync;
  }

  make(depth: number): Shape {
    const kinds = ["set", "object", "tuple", "array", "record", "union", "transform", "leaf"] as const;
    const kind = depth <= 0 ? "leaf" : (kinds[this.#random.below(kinds.length)] ?? "leaf");
    return kind === "leaf" ? { kind, parts: [], rules: [], type: z.int() } : this.container(kind, depth);
  }

  container(kind: Exclude<Shape["kind"], "leaf">, depth: number): Shape {
    const parts = this.#parts(kind, depth);
    const rules = Array.from({ length: this.#random.below(4) }, () => this.#rule(kind, parts));
    const type = rules.reduce((made, rule) => this.#refine(made, rule), typeOf(kind, parts));
    return { kind, parts, rules, type };
  }

  #parts(kind: Shape["kind"], depth: number): Shape["parts"] {
    switch (kind) {
      case "object":
        return ["a", "b", "c"].map((key) => [key, this.make(depth - 1)]);
      case "tuple":
        return [0, 1].map((key) => [key, this.make(depth - 1)]);
      case "array":
      case "record": {
        const item = this.make(depth - 1);
        return (kind === "array" ? [0, 1, 2] : ["x", "y"]).map((key) => [key, item]);
      }
      case "union":
        return ["p", "q"].map((key) => [key, this.container("object", depth - 1)]);
      case "transform":
        return [["", this.container("object", depth - 1)]];
      default:
        return [];
    }
  }

  #rule(kind: Shape["kind"], parts: Shape["parts"]): Rule {
    const random = this.#random;
    const paths = parts.flatMap(([key, part]) =>
      kind === "transform" || kind === "union" ? pathsIn(part) : pathsIn(part).map((path) => [key, ...path]),
    );
    const all: readonly Path[] =
      kind === "set" ? [["size"]] : kind === "array" ? [...paths, ["length"]] : paths;
    return {
      id: `R${this.#count++}`,
      reads: random.once(10) ? "keys" : random.some(random.some(all)),
      fails: !random.once(4),
      at: kind === "object" && random.once(2) ? ["b"] : [],
      abort: !this.#isAsync && random.once(6),
      when: random.once(6) ? random.once(2) : undefined,
      isAsync: this.#isAsync && random.once(2),
    };
  }

  #refine(type: z.ZodType, { id, reads, fails, at, abort, when, isAsync }: Rule): z.ZodType {
    const judge = (value: unknown): boolean => {
      this.calls.set(id, (this.calls.get(id) ?? 0) + 1);
      if (reads === "keys") Object.keys(Object(value));
      else for (const path of reads) read(value, path);
      return !fails;
    };
    const later = async (value: unknown): Promise<boolean> => {
      await Promise.resolve();
      return judge(value);
    };
    return type.refine(isAsync ? later : judge, {
      error: id,
      path: [...at],
      ...(abort && { abort }),
      ...(when !== undefined && { when: () => when }),
    });
  }
}

function typeOf(kind: Shape["kind"], parts: Shape["parts"]): z.ZodType {
  const types = parts.map(([, { type }]) => type);
  const [first = z.int(), second = z.int()] = types;
  switch (kind) {
    case "object":
      return z.object(Object.fromEntries(parts.map(([key, { type }]) => [key, type])));
    case "tuple":
      return z.tuple([first, second]);
    case "array":
      return z.array(first);
    case "record":
      return z.record(z.string(), first);
    case "union":
      return z.discriminatedUnion("tag", [
        z.object({ tag: z.literal("p"), it: first }),
        z.object({ tag: z.literal("q"), it: second }),
      ]);
    case "transform":
      return first.transform((value) => value);
    default:
      return z.set(z.int());
  }
}

/** Reads a path as far as there are parts. */
function read(value: unknown, path: Path): void {
  let at = value;
  for (const key of path) at = at === undefined || at === null ? undefined : Reflect.get(Object(at), key);
}

/** Returns the paths to all leaves that a value of the shape may have. */
function pathsIn({ kind, parts }: Shape): readonly Path[] {
  if (kind === "leaf") return [[]];
  if (kind === "set") return [["size"]];
  return parts.flatMap(([key, part]) => pathsIn(part).map((path) => [...step(kind, key), ...path]));
}

/** Returns the step from a value to a part. */
function step(kind: Shape["kind"], key: Key): Path {
  return kind === "transform" ? [] : kind === "union" ? ["it"] : [key];
}

/** Makes a random answer. */
function answer(shape: Shape, random: Random): Answer {
  const { kind } = shape;
  const made = { shape, isWrong: false, isListed: false, parts: [] };
  if (kind === "leaf" || (kind !== "transform" && random.once(12))) {
    const isWrong = kind !== "leaf" || random.once(4);
    return { ...made, isWrong, posted: isWrong ? "wrong" : "5" };
  }
  if (kind === "set") {
    const posted = random.some(["1", "2", "wrong"]);
    return { ...made, isWrong: posted.includes("wrong"), posted };
  }
  const given = kind === "array" ? random.some(shape.parts) : shape.parts;
  const chosen = kind === "union" ? given.slice(random.below(2)).slice(0, 1) : given;
  const parts = chosen.map(
    ([key, part], position) => [kind === "array" ? position : key, answer(part, random)] as const,
  );
  const isListed = kind === "record" && random.once(2);
  const pairs = parts.map(([key, { posted }]) => [key, posted]);
  return { ...made, parts, isListed, posted: postedAs(kind, isListed, pairs) };
}

function postedAs(kind: Shape["kind"], isListed: boolean, pairs: readonly (readonly unknown[])[]): unknown {
  const [[tag, it] = []] = pairs;
  if (kind === "transform") return it;
  if (kind === "union") return { tag, it };
  if (kind === "array" || kind === "tuple") return pairs.map(([, posted]) => posted);
  return isListed ? pairs : Object.fromEntries(pairs);
}

/** Returns the verdicts that count. */
function expected({ shape, isWrong, isListed, parts }: Answer): Expected {
  const { kind, rules } = shape;
  const inside = parts.map(([key, part], position) => {
    const { messages, wrong, isAborted } = expected(part);
    const steps = step(kind, key);
    const shown = isListed ? [position, 1] : steps;
    return {
      isAborted,
      messages: messages.map((message) => [...shown, message].join(".")),
      // A value in a pair is wrong as a whole.
      wrong: wrong.map((path) => (isListed ? steps : [...steps, ...path])),
    };
  });
  const wrong: Path[] = isWrong ? [[]] : inside.flatMap((each) => each.wrong);
  const messages = inside.flatMap((each) => each.messages);
  let isAborted = inside.some((each) => each.isAborted);
  // A set or a transform with a wrong source has no value.
  if (wrong.length > 0 && (kind === "transform" || kind === "set"))
    return { messages, wrong: [[]], isAborted };
  const found: Path[] = [];
  let hasStopped = wrong.some((path) => path.length === 0);
  for (const { id, reads, fails, at, abort, when } of rules) {
    if (when === undefined ? hasStopped : isAborted || !when) continue;
    const isReady =
      when === true ||
      wrong.length === 0 ||
      (reads !== "keys" && reads.every((path) => isRight(path, wrong)));
    if (isReady && fails) {
      messages.push([...at, id].join("."));
      found.push(at);
      if (abort) isAborted = true;
    }
    if (abort && (fails || !isReady)) hasStopped = true;
  }
  return { messages, wrong: [...wrong, ...found], isAborted };
}

/** Returns true if no value on the way along a path is wrong. */
function isRight(path: Path, wrong: readonly Path[]): boolean {
  return !wrong.some((each) => each.every((key, i) => path[i] === key));
}

/** Returns how often a rule may run: once for each value of its type. */
function limits({ shape, parts }: Answer, counts: Map<string, number> = new Map()): Map<string, number> {
  for (const { id } of shape.rules) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [, part] of parts) limits(part, counts);
  return counts;
}

/** Returns the rules' verdicts of a result. */
function verdicts(result: ReturnType<ReturnType<typeof schema>["deserialize"]>): readonly string[] {
  if (result.ok) return [];
  return result.error
    .flatten()
    .filter(({ message }) => /^R\d+$/.test(message))
    .map(({ path, message }) => [...path, message].join("."));
}

function checkCalls(calls: ReadonlyMap<string, number>, answered: Answer): void {
  const most = limits(answered);
  for (const [id, count] of calls) expect(count, id).toBeLessThanOrEqual(most.get(id) ?? 0);
}

const sorted = (texts: readonly string[]): readonly string[] => texts.toSorted();

describe("rules of random types", () => {
  it("count exactly if all they read is valid, and run at most once", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        const shapes = new Shapes(random, false);
        const shape = shapes.container("object", 3);
        const answered = answer(shape, random);
        const result = schema(shape.type).deserialize(answered.posted);
        expect(sorted(verdicts(result))).toEqual(sorted(expected(answered).messages));
        checkCalls(shapes.calls, answered);
      }),
      { numRuns: 600 },
    );
  });

  it("count exactly if all they read is valid, and run at most once, if they are asynchronous", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = new Random(seed);
        const shapes = new Shapes(random, true);
        const shape = shapes.container("object", 3);
        const answered = answer(shape, random);
        const result = await schema(shape.type).deserializeAsync(answered.posted);
        expect(sorted(verdicts(result))).toEqual(sorted(expected(answered).messages));
        checkCalls(shapes.calls, answered);
      }),
      { numRuns: 200 },
    );
  });
});
