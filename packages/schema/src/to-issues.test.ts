import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { atLeast } from "./checks/bounds.ts";
import { luhn } from "./checks/luhn.ts";
import { oneOf } from "./checks/one-of.ts";
import { type DeserializeOptions, schema } from "./schema.ts";
import { date } from "./types/date.ts";
import { time, wallTime } from "./types/time.ts";

/** Messages by path. */
function errors(type: z.ZodType, input: unknown, options?: DeserializeOptions): unknown {
  const result = schema(type).deserialize(input, options);
  return result.ok ? {} : result.error.asDict();
}

const Order = z.object({
  count: z.int().min(1),
  card: z.string().check(luhn()),
  note: z.string().min(5, "Say more"),
});
const posted = { count: "0", card: "1", note: "x" };

describe("messages", () => {
  it("are English, after the schema's own", () => {
    expect(errors(Order, posted)).toEqual({
      count: "Must be 1 or more",
      card: "Enter a valid card number",
      note: "Say more",
    });
  });

  it("come from a catalogue with slots, per call", () => {
    const messages = {
      tooSmall: "${title}: mindestens ${min}, nicht ${val}",
      luhn: "Keine Kreditkarte: $val",
    };
    expect(errors(Order, posted, { messages })).toEqual({
      count: "Count: mindestens 1, nicht 0",
      card: "Keine Kreditkarte: 1",
      note: "Say more",
    });
  });

  it("come from any of zod's locales, per call", () => {
    const type = z.object({ count: z.int().min(1), size: z.number() });
    expect(
      errors(type, { count: "0", size: "" }, { locale: z.locales.de(), messages: { required: "Fehlt" } }),
    ).toEqual({
      count: expect.stringMatching(/Zu klein/),
      size: "Fehlt",
    });
  });

  it("are also data: codes and values for another language", () => {
    const result = schema(Order).deserialize(posted);
    const issues = result.ok ? [] : result.error.flatten();
    expect(issues.map(({ code, path, values }) => ({ code, path, values }))).toEqual([
      { code: "tooSmall", path: ["count"], values: { val: 0, min: 1, title: "Count", name: "count" } },
      { code: "luhn", path: ["card"], values: { val: "1", title: "Card", name: "card" } },
      { code: "tooShort", path: ["note"], values: { val: "x", min: 5, title: "Note", name: "note" } },
    ]);
    expect(issues[0]?.zod?.code).toBe("too_small");
  });

  it("may be several at one path, and reported from above", () => {
    const type = z
      .object({ a: z.string().min(3).regex(/^\d+$/, "Digits only"), b: z.array(z.string()) })
      .superRefine((_, context) => context.addIssue({ code: "custom", path: ["b", 1], message: "Odd" }));
    expect(errors(type, { a: "x", b: ["1", "2"] })).toEqual({
      a: "Enter at least 3 characters; Digits only",
      "b.1": "Odd",
    });
    expect(errors(type, { a: "123", b: ["1", "2"] })).toEqual({ "b.1": "Odd" });
  });

  it("quote only the start of a long value", () => {
    const type = z.enum(Array.from({ length: 200 }, (_, i) => `choice ${i}`));
    const messages = { notOneOf: '"${val}" is not one of ${choices}' };
    const shown = errors(type, "x".repeat(100_000), { messages });
    expect(Object.values(Object(shown)).join().length).toBeLessThan(500);
  });

  it.each([
    [z.string().min(3), "ab", "Enter at least 3 characters"],
    [z.string().max(1), "ab", "Enter at most 1 character"],
    [z.array(z.string()).min(2), ["a"], "Add at least 2"],
    [z.array(z.string()).max(1), ["a", "b"], "Keep at most 1"],
    [z.set(z.enum(["a", "b", "c"])).min(2), ["a"], "Choose at least 2"],
    [z.array(z.enum(["a", "b", "c"])).max(1), ["a", "b"], "Choose at most 1"],
    [z.file().max(2), new File(["abc"], "a.txt"), "Must be 2 bytes or smaller"],
    [z.file().min(9), new File(["abc"], "a.txt"), "Must be 9 bytes or larger"],
    [z.file().mime("image/png"), new File([], "a.txt"), "Choose a file of one of these types: image/png"],
    [date().min(new Date("2026-05-01")), "2026-04-30", "Must be 2026-05-01 or later"],
    [z.date().max(new Date("2026-05-01")), "2026-05-02T00:00:00Z", "Must be 2026-05-01 or earlier"],
    [time().check(atLeast(wallTime("9:00"))), "8:00", "Must be 09:00:00 or later"],
    [z.enum(["a", "b"]), "c", "Choose one of the options"],
    [z.string().check(oneOf(["a", "b"])), "c", "Must be one of: a, b"],
  ])("name the action that mends a value: %#", (type, input, message) => {
    expect(errors(type, input)).toEqual({ "": message });
  });

  it("write limits of files and dates by the given formats", () => {
    const formats = { bytes: (bytes: number) => `${bytes / 1000} kB`, moment: (text: string) => `<${text}>` };
    expect(errors(z.file().max(0), new File(["abc"], "a"), { formats })).toEqual({
      "": "Must be 0 kB or smaller",
    });
    const after = date().min(new Date("2026-05-01"));
    expect(errors(after, "2026-04-30", { formats })).toEqual({ "": "Must be <2026-05-01> or later" });
  });

  it("quote a number beyond 2^53 as it was typed", () => {
    const messages = { tooBig: "${val} is too big", notOneOf: "Not ${val}" };
    const typed = "9007199254740993";
    const type = z.object({ size: z.number().max(5), sizes: z.array(z.literal([1, 2])) });
    expect(errors(type, { size: typed, sizes: ["1", typed] }, { messages })).toEqual({
      size: `${typed} is too big`,
      "sizes.1": `Not ${typed}`,
    });
  });
});

describe("many issues", () => {
  const type = z.array(z.string().min(2));
  const wrong = ["a", "b", "c", "d"];

  it("are kept up to a limit, and the others counted", () => {
    const result = schema(type).deserialize(wrong, { maxIssues: 3 });
    const error = result.ok ? undefined : result.error;
    expect(Object.keys(error?.asDict() ?? {})).toEqual(["0", "1", "2"]);
    expect(error?.omitted).toBe(1);
  });

  it("are limited inside a union too", () => {
    const either = z.union([z.object({ list: type }), z.object({ other: z.int() })]);
    const result = schema(either).deserialize({ list: wrong }, { maxIssues: 3 });
    expect(!result.ok && [result.error.flatten().length, result.error.omitted]).toEqual([3, 1]);
  });

  it("are written once, on their first use", () => {
    const word = vi.fn(() => "Too short");
    const result = schema(z.string().min(2, { error: word })).deserialize("a");
    expect(word).not.toHaveBeenCalled();
    expect(!result.ok && result.error).toBe(!result.ok && result.error);
    expect(word).toHaveBeenCalledTimes(1);
    expect({ ...result }).toMatchObject({ ok: false, error: { messages: ["Too short"] } });
  });
});

describe("errors of unions", () => {
  const Shape = z.union([
    z.object({ width: z.int(), height: z.int() }),
    z.object({ radius: z.int().max(9) }),
    z.int(),
  ]);

  it("belong to the option with the value's shape", () => {
    expect(errors(z.array(Shape), [{ width: "1", height: "x" }, { radius: "10" }, "1"])).toEqual({
      "0.height": '"x" is not a number',
      "1.radius": "Must be 9 or less",
    });
  });

  it("list the reasons of all options if none has the shape", () => {
    expect(errors(z.union([z.int(), z.literal("auto")]), "x")).toEqual({
      "": 'No option fits: "x" is not a number, Must be one of: auto',
    });
    expect(errors(z.union([z.int(), z.boolean()]), "")).toEqual({ "": "Required" });
  });

  it("are at an unknown tag", () => {
    const Tagged = z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), n: z.int() }),
      z.object({ kind: z.literal(2), n: z.boolean() }),
    ]);
    expect(errors(Tagged, { kind: "a", n: "x" })).toEqual({ n: '"x" is not a number' });
    expect(errors(Tagged, { kind: "2", n: "x" })).toEqual({ n: '"x" is neither true nor false' });
    expect(errors(Tagged, { kind: "", n: "x" })).toEqual({ kind: "Required" });
    expect(errors(Tagged, { kind: "z" })).toEqual({ kind: "Choose one of the options" });
  });
});
