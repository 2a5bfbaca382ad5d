import { z } from "zod";
import {
  boolean,
  choiceSet,
  type Control,
  date,
  datetime,
  decimal,
  enumOf,
  integer,
  money,
  schema,
  structure,
  time,
} from "../src/index.ts";

const Leaf = z.object({
  text: z.string().max(20),
  whole: integer(),
  number: z.number().optional(),
  big: z.bigint().nullable(),
  yes: z.boolean().default(false),
  odd: boolean({ trueChoices: ["y"], falseChoices: ["n"] }).optional(),
  day: date().optional(),
  moment: datetime({ format: "%d.%m.%Y %H:%M" }).optional(),
  at: time().optional(),
  price: money().optional(),
  exact: decimal({ quantum: ".001" }).optional(),
  colour: enumOf("Colour", { RED: 1, GREEN: 2 }).optional(),
  picked: choiceSet(["a", "b"]).optional(),
  email: z.email().optional(),
});

/** A recursive schema with every kind of type. */
const Tree = z.looseObject({
  leaf: Leaf.optional(),
  lists: z.array(z.array(z.tuple([z.string(), z.int()]).rest(z.boolean())).max(3)).optional(),
  rows: z.record(z.string(), z.union([z.int(), z.object({ a: z.string() }), z.array(z.string())])).optional(),
  pairs: z.map(z.int(), z.string()).optional(),
  shape: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), n: z.int() }),
      z.object({ kind: z.literal(2) }),
    ])
    .optional(),
  flag: z.stringbool().catch(false),
  hex: z
    .codec(z.string(), z.number(), {
      decode: (hex) => Number.parseInt(hex, 16),
      encode: (n) => n.toString(16),
    })
    .optional(),
  get children() {
    return z.array(Tree).optional();
  },
});
const compiled = schema(Tree);

const NAMES = [
  "__start__",
  "__end__",
  "__edit__",
  "__proto__",
  "constructor",
  "toString",
  "length",
  "kind",
  "a",
  "",
  ...Object.keys(Tree.shape),
  ...Object.keys(Leaf.shape),
];
const MARKERS = ["mapping", "sequence", "rename", "ignore", "list", ""];
const TEXTS = [
  "",
  "1",
  "-1.5",
  "1e5",
  "9".repeat(50),
  "2020-02-30",
  "25:00",
  "2",
  "a",
  "RED",
  "true",
  "y",
  "add",
  "\u0000",
  "\uD800",
  "<b>",
  "1_000",
];

/** A random generator that repeats its choices for a seed. */
interface Random {
  below(count: number): number;
  of<T>(values: readonly T[]): T | undefined;
}

function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { below, of: (values) => values[below(values.length)] };
}

function randomControl(random: Random): Control {
  const name = random.of(NAMES) ?? "";
  if (name === "__start__") return [name, `${random.of(NAMES)}:${random.of(MARKERS)}`];
  return [name, random.below(20) === 0 ? new File(["x"], "x.txt") : (random.of(TEXTS) ?? "")];
}

/** Adds, removes, moves and replaces a few controls of a post. */
function mutate(controls: readonly Control[], random: Random): Control[] {
  const changed = [...controls];
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(changed.length + 1);
    const [taken] = random.below(3) === 0 ? changed.splice(at, 1) : [];
    if (taken === undefined || random.below(2) === 0)
      changed.splice(random.below(changed.length + 1), 0, taken ?? randomControl(random));
  }
  return changed.slice(0, 500);
}

/**
 * Passes mutated posts to `structure` and `deserialize`, and serializes the results.
 *
 * @param seconds Duration of the run
 * @param seed The same seed repeats a run
 * @returns the number of posts, and of posts that gave a value
 * @throws Error with the seed and the post, if an exception occurs, a prototype changes or a post takes over a second
 */
export function fuzz(seconds: number, seed: number): { posts: number; values: number } {
  const random = randomOf(seed);
  const end = performance.now() + seconds * 1000;
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  let corpus: Control[][] = [[]];
  let [posts, values] = [0, 0];
  while (performance.now() < end) {
    const post = mutate(random.of(corpus) ?? [], random);
    const started = performance.now();
    try {
      const structured = structure(post);
      if (structured.ok) {
        const result = compiled.deserialize(structured.pstruct);
        const shown = compiled.serialize(result.ok ? result.value : structured.pstruct);
        compiled.deserialize(shown);
        if (result.ok) values++;
        else result.error.asDict();
        // Only posts with valid markers are mutated further.
        if (random.below(10) === 0) corpus = [...corpus.slice(-200), post];
      }
    } catch (cause) {
      throw new Error(`Seed ${seed}: ${JSON.stringify(post)}`, { cause });
    }
    posts++;
    if (performance.now() - started > 1000)
      throw new Error(`Seed ${seed}: over a second for ${JSON.stringify(post)}`);
    if (Object.getOwnPropertyNames(Object.prototype).join() !== before)
      throw new Error(`Seed ${seed}: a prototype has changed`);
  }
  return { posts, values };
}
