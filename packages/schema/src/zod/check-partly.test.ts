import { describe, expect, it } from "vitest";
import { z } from "zod";
import { satisfies } from "../checks/satisfies.ts";
import { type DeserializeResult, schema } from "../schema.ts";

/** Returns the value, or the messages of each path, without those of paths above it. */
function run(type: z.ZodType, value: unknown): unknown {
  return messagesOf(schema(type).deserialize(value));
}

async function runAsync(type: z.ZodType, value: unknown): Promise<unknown> {
  return messagesOf(await schema(type).deserializeAsync(value));
}

function messagesOf(result: DeserializeResult<unknown>): unknown {
  if (result.ok) return result.value;
  const messages: Record<string, string> = {};
  for (const { path, message } of result.error.flatten()) {
    const place = path.join(".");
    messages[place] = place in messages ? `${messages[place]}; ${message}` : message;
  }
  return messages;
}

const Period = z.object({ from: z.int(), to: z.int(), note: z.string() });
const inOrder = ({ from, to }: z.infer<typeof Period>): boolean => from < to;
const WRONG_NOTE = { from: "2", to: "1", note: "" };
const BOTH = { "": "Order", note: "Required" };

describe("a refinement", () => {
  it("reports once the parts that it reads are right", () => {
    const type = Period.refine(inOrder, "Order");
    expect(run(type, WRONG_NOTE)).toEqual(BOTH);
    expect(run(type, { from: "x", to: "1", note: "" })).toEqual({
      from: '"x" is not a number',
      note: "Required",
    });
    expect(run(type, { from: "1", to: "2", note: "" })).toEqual({ note: "Required" });
  });

  it("reports with every way to write it", () => {
    const expected = { to: "Order", note: "Required" };
    const issue = { code: "custom" as const, path: ["to"], message: "Order" };
    for (const type of [
      Period.refine(inOrder, { error: "Order", path: ["to"] }),
      Period.superRefine((value, context) => void (inOrder(value) || context.addIssue(issue))),
      Period.check(({ value, issues }) => void (inOrder(value) || issues.push({ ...issue, input: value }))),
      Period.check(
        ({ value, issues }) => void (inOrder(value) || issues.push({ ...issue, input: value.to })),
      ),
    ]) {
      expect(run(type, WRONG_NOTE)).toEqual(expected);
    }
    expect(run(Period.check(satisfies((value) => inOrder(value) || "Order")), WRONG_NOTE)).toEqual(BOTH);
  });

  it("waits for a value that failed a check of its own", () => {
    const Range = z
      .object({ low: z.int().min(0), high: z.int() })
      .refine(({ low, high }) => low < high, { error: "Low must be below high", path: ["low"] });
    expect(run(Range, { low: "-1", high: "-2" })).toEqual({ low: "Must be 0 or more" });
  });

  it("tracks lists, tuples and records", () => {
    const distinct = (list: readonly { id: number }[]): boolean =>
      new Set(list.map(({ id }) => id)).size === list.length;
    const List = z.array(z.object({ id: z.int(), n: z.int() })).refine(distinct, "Twice");
    const items = (id: string) => [
      { id: "1", n: "x" },
      { id, n: "1" },
    ];
    expect(run(List, items("1"))).toEqual({ "": "Twice", "0.n": '"x" is not a number' });
    expect(run(List, items("y"))).toEqual({ "0.n": '"x" is not a number', "1.id": '"y" is not a number' });
    const Tuple = z.tuple([z.int(), z.int(), z.int()]).refine((all) => all[0] < all[2], "Order");
    expect(run(Tuple, ["2", "x", "1"])).toEqual({ "": "Order", "1": '"x" is not a number' });
    const Hours = z.record(z.enum(["mon", "tue"]), z.int()).refine(({ mon }) => mon < 9, "Late");
    for (const posted of [
      { mon: "9", tue: "x" },
      [
        ["mon", "9"],
        ["tue", "x"],
      ],
    ])
      expect(run(Hours, posted)).toMatchObject({ "": "Late" });
    for (const posted of [
      { mon: "x", tue: "9" },
      [
        ["mon", "x"],
        ["tue", "9"],
      ],
      [
        ["moon", "9"],
        ["tue", "9"],
      ],
    ])
      expect(run(Hours, posted)).not.toMatchObject({ "": "Late" });
  });

  it("reads the last of repeated keys of a record", () => {
    const Hours = z.record(z.string(), z.int()).refine(({ a = 0 }) => a < 9, "Late");
    expect(
      run(Hours, [
        ["a", "x"],
        ["a", "9"],
      ]),
    ).toEqual({ "": "Late", "0.1": '"x" is not a number' });
    expect(
      run(Hours, [
        ["a", "9"],
        ["a", "x"],
      ]),
    ).toEqual({ "1.1": '"x" is not a number' });
  });

  it("waits if a record's key type may change the names of wrong values", () => {
    const Hours = z.record(z.string().toLowerCase(), z.int()).refine(({ a }) => a === 9, "Not 9");
    expect(run(Hours, { A: "x", b: "1" })).toEqual({ A: '"x" is not a number' });
    expect(run(Hours, { A: "1", b: "1" })).toEqual({ "": "Not 9" });
  });

  it("tracks containers at any depth, and from above", () => {
    const inner = z.object({ pair: Period.refine(inOrder, "Order"), id: z.int() });
    const type = z
      .object({ all: z.array(inner), max: z.int() })
      .refine(({ all, max }) => all.every(({ id }) => id <= max), { error: "Too many", path: ["max"] });
    expect(run(type, { all: [{ pair: WRONG_NOTE, id: "7" }], max: "5" })).toEqual({
      "all.0.pair": "Order",
      "all.0.pair.note": "Required",
      max: "Too many",
    });
  });

  it("tracks the options of unions", () => {
    const A = z.object({ kind: z.literal("a"), n: z.int(), m: z.int() }).refine(({ n }) => n > 1, "Low");
    const B = z.object({ kind: z.literal("b") });
    const type = z
      .object({ it: z.discriminatedUnion("kind", [A, B]), top: z.int() })
      .refine(({ it, top }) => it.kind !== "a" || it.n < top, "Top");
    expect(run(type, { it: { kind: "a", n: "1", m: "x" }, top: "2" })).toEqual({
      it: "Low",
      "it.m": '"x" is not a number',
    });
    expect(run(type, { it: { kind: "a", n: "2", m: "x" }, top: "2" })).toEqual({
      "": "Top",
      "it.m": '"x" is not a number',
    });
    expect(run(type, { it: { kind: "c", n: "2" }, top: "2" })).not.toMatchObject({ "": "Top" });
    const either = z.union([A, z.int()]);
    expect(run(either, { kind: "a", n: "1", m: "x" })).toEqual({ "": "Low", m: '"x" is not a number' });
  });

  it("waits for a union of objects without a known option", () => {
    const it = z.union([z.object({ n: z.int() }), z.object({ m: z.int() })]);
    const type = z.object({ it }).refine((value) => "n" in value.it && value.it.n === 1, "Not 1");
    expect(run(type, { it: { __option__: "0", n: "2" } })).toEqual({ "": "Not 1" });
    expect(run(type, { it: { __option__: "7", n: "2" } })).not.toMatchObject({ "": "Not 1" });
  });

  it("tracks wrapped containers", () => {
    const wrapped: readonly z.ZodType[] = [
      Period.refine(inOrder, "Order").optional(),
      Period.nullable().refine((value) => value === null || inOrder(value), "Order"),
      Period.readonly().refine(inOrder, "Order"),
      z.lazy(() => Period.refine(inOrder, "Order")),
      z.preprocess((value) => value, Period).refine(inOrder, "Order"),
      z.looseObject(Period.shape).refine(inOrder, "Order"),
    ];
    for (const type of wrapped) expect(run(type, WRONG_NOTE)).toEqual(BOTH);
  });

  it("waits for a list that is itself wrong", () => {
    const type = z
      .array(z.int())
      .max(2)
      .refine(([a]) => a === 0, "Not 0");
    expect(run(type, ["1", "2", "3"])).toEqual({ "": "Keep at most 2" });
  });

  it("waits if it lists keys, changes the value or calls native methods on it", () => {
    const types = [
      Period.refine((value) => Object.keys(value).length === 0, "Order"),
      Period.refine((value) => JSON.stringify({ ...value }) === "", "Order"),
      Period.refine((value) => structuredClone(value) === undefined, "Order"),
      Period.refine((value) => (value.to = 0) > 1, "Order"),
    ];
    for (const type of types) {
      expect(run(type, WRONG_NOTE)).toEqual({ note: "Required" });
    }
    const Sets = z.object({ tags: z.set(z.int()), days: z.map(z.string(), z.int()), n: z.int() });
    const sized = Sets.refine(({ tags, days }) => tags.size + days.size > 5, "Few");
    expect(run(sized, { tags: ["1"], days: [["a", "1"]], n: "x" })).toMatchObject({ "": "Few" });
    expect(run(sized, { tags: ["x"], days: [["a", "1"]], n: "1" })).toEqual({
      "tags.0": '"x" is not a number',
    });
    expect(run(sized, { tags: ["1"], days: [["a", "x"]], n: "1" })).toEqual({
      "days.0.1": '"x" is not a number',
    });
  });

  it("has no verdict if it throws on a partly valid value", () => {
    const type = Period.refine(() => {
      throw new Error("Broken");
    });
    expect(run(type, WRONG_NOTE)).toEqual({ note: "Required" });
    expect(() => run(type, { ...WRONG_NOTE, note: "x" })).toThrow("Broken");
  });

  it("has no verdict if it catches the error of a wrong part", () => {
    const type = Period.refine((value) => {
      try {
        return value.note === "never";
      } catch {
        return false;
      }
    }, "Order");
    expect(run(type, WRONG_NOTE)).toEqual({ note: "Required" });
  });

  it("has no verdict if its message reads a wrong part", () => {
    const type = Period.refine(inOrder, { error: ({ input }) => Object(input).note.trim() });
    expect(run(type, WRONG_NOTE)).toEqual({ note: "Required" });
    expect(run(type, { ...WRONG_NOTE, note: " x " })).toEqual({ "": "x" });
  });

  it("gets the valid value itself, and in an issue the value instead of a proxy", () => {
    const seen: unknown[] = [];
    const type = Period.refine((value) => seen.push(value) > 9, {
      error: ({ input }) => `Not ${JSON.stringify(input)}`,
    });
    expect(run(type, { from: "1", to: "2", note: "x" })).toEqual({ "": 'Not {"from":1,"to":2,"note":"x"}' });
    expect(seen).toEqual([{ from: 1, to: 2, note: "x" }]);
    const short = Period.check(satisfies((value) => (inOrder(value) ? true : "${val}")));
    expect(() => run(short, WRONG_NOTE)).not.toThrow();
  });

  it("waits for a value with a wrong source", () => {
    const pairs = z.object({ a: z.int(), b: z.int() }).transform(({ a, b }) => ({ a: b, b: a }));
    const codec = z.codec(z.object({ a: z.int(), b: z.int() }), z.object({ a: z.int(), b: z.int() }), {
      decode: ({ a, b }) => ({ a: b, b: a }),
      encode: ({ a, b }) => ({ a: b, b: a }),
    });
    for (const it of [pairs, codec]) {
      const type = z.object({ it, n: z.int() }).refine((value) => value.it.b > 1, "Low");
      expect(run(type, { it: { a: "1", b: "x" }, n: "1" })).toEqual({ "it.b": '"x" is not a number' });
      expect(run(type, { it: { a: "1", b: "2" }, n: "x" })).toEqual({ "": "Low", n: '"x" is not a number' });
    }
    const odd = z.string().transform((text, context) => {
      context.issues.push({ code: "custom", path: ["x"], message: "Odd", input: text });
      return { x: 1, y: 2 };
    });
    const type = z.object({ odd }).refine((value) => value.odd.y === 1, "Not 1");
    expect(run(type, { odd: "x" })).toEqual({ "odd.x": "Odd" });
  });

  it("lets transforms, pipes and codecs wait until all is valid", () => {
    let calls = 0;
    const count = (value: unknown): unknown => (calls++, value);
    for (const type of [
      Period.refine(inOrder, "Order").transform(count),
      Period.refine(inOrder, "Order").pipe(Period.transform(count)),
      Period.refine(inOrder, "Order").overwrite((value) => (calls++, value)),
    ]) {
      expect(run(type, WRONG_NOTE)).toEqual(BOTH);
    }
    expect(calls).toBe(1); // The overwrite has tried, and changes nothing
  });

  it("stops the later ones with abort, if it fails or waits", () => {
    const second = (first: z.ZodType): z.ZodType => first.refine(() => false, "Second");
    expect(run(second(Period.refine(inOrder, { error: "Order", abort: true })), WRONG_NOTE)).toEqual(BOTH);
    expect(run(second(Period.refine(({ note }) => note === "x", { abort: true })), WRONG_NOTE)).toEqual({
      note: "Required",
    });
    expect(run(second(Period.refine(inOrder, "Order")), WRONG_NOTE)).toEqual({
      ...BOTH,
      "": "Order; Second",
    });
    const fatal = Period.superRefine((_, context) => {
      context.addIssue({ code: "custom", message: "Order", continue: false });
    });
    expect(run(second(fatal), WRONG_NOTE)).toEqual(BOTH);
  });

  it("waits after one that changes the value", () => {
    const type = Period.overwrite((value) => ({ ...value, to: 5 })).refine(({ to }) => to === 5, "Not 5");
    expect(run(type, WRONG_NOTE)).toEqual({ note: "Required" });
    expect(run(type, { ...WRONG_NOTE, note: "x" })).toEqual({ from: 2, to: 5, note: "x" });
  });

  it("runs by zod's `when` alone, if it has one", () => {
    const runs: unknown[] = [];
    const both = z.object({ from: z.int(), to: z.int() });
    const type = Period.refine((value) => runs.push(value) < 0, {
      error: "Order",
      when: ({ value }) => both.safeParse(value).success,
    });
    expect(run(type, WRONG_NOTE)).toEqual(BOTH);
    expect(runs).toEqual([{ from: 2, to: 1 }]);
    expect(run(type, { ...WRONG_NOTE, to: "x" })).toEqual({ note: "Required", to: '"x" is not a number' });
    const always = Period.refine(() => false, { error: "Order", when: () => true });
    expect(run(always, { from: "x", to: "x", note: "x" })).toMatchObject({ "": "Order" });
    const broken = Period.refine(() => false, { when: ({ value }) => Object(value).note.trim() === "" });
    expect(run(broken, WRONG_NOTE)).toEqual({ note: "Required" });
  });

  it("counts the items of a list with wrong ones, as zod does", () => {
    expect(run(z.array(z.int()).min(3), "x")).toEqual({ "": '"x" is not a list' });
    expect(run(z.array(z.int()).min(3), ["1", "x"])).toEqual({
      "": "Add at least 3",
      "1": '"x" is not a number',
    });
  });

  it("sees the issues so far", () => {
    const type = Period.superRefine((_, context) => {
      if (context.issues.length === 0) context.addIssue({ code: "custom", message: "Alone" });
    });
    expect(run(type, WRONG_NOTE)).toEqual({ note: "Required" });
    expect(run(type, { ...WRONG_NOTE, note: "x" })).toEqual({ "": "Alone" });
  });

  it("reports in zod's order: what is inside first, then one after the other", () => {
    const type = Period.refine(() => false, "One").refine(() => false, "Two");
    const result = schema(type).deserialize(WRONG_NOTE);
    expect(result.ok || result.error.messages).toEqual(["One", "Two"]);
  });

  it("runs at most once", () => {
    let calls = 0;
    const type = z.object({ p: Period.refine((value) => ++calls > 9 || value.note === "") });
    run(type, { p: WRONG_NOTE });
    run(type, { p: { ...WRONG_NOTE, note: "x" } });
    expect(calls).toBe(2);
  });
});

describe("an asynchronous refinement", () => {
  const later = async (): Promise<void> => {
    await Promise.resolve();
  };

  it("reports once the parts that it reads are right", async () => {
    const type = Period.refine(async (value) => {
      await later();
      return inOrder(value);
    }, "Order").refine(() => false, "Second");
    expect(await runAsync(type, WRONG_NOTE)).toEqual({ ...BOTH, "": "Second; Order" });
    expect(await runAsync(type, { ...WRONG_NOTE, to: "x" })).toEqual({
      "": "Second",
      note: "Required",
      to: '"x" is not a number',
    });
  });

  it("runs once, at any depth, and never crashes on a partly valid value", async () => {
    let calls = 0;
    const type = z.array(
      Period.refine(async (value) => {
        calls++;
        await later();
        if (value.note !== "x") throw new Error("Broken");
        return true;
      }),
    );
    expect(await runAsync(type, [WRONG_NOTE, { ...WRONG_NOTE, note: "x" }])).toEqual({
      "0.note": "Required",
    });
    expect(calls).toBe(2);
  });

  it("is refused by a synchronous run, whatever else is wrong", async () => {
    const type = Period.refine(async ({ note }) => note === "");
    expect(() => run(type, WRONG_NOTE)).toThrow("use deserializeAsync or validateAsync");
    await later();
  });
});
