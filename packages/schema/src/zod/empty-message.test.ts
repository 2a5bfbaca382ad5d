import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";

/** Returns the message for a missing value. */
function messageOf(type: z.ZodType, cstruct: unknown = ""): unknown {
  const result = schema(z.object({ it: type })).deserialize({ it: cstruct });
  return result.ok ? result.value : Object.values(result.error.asDict())[0];
}

describe("messageForEmpty", () => {
  it.each<[string, z.ZodType]>([
    ["a least length", z.string().min(1, "Own")],
    ["the word for it", z.string().nonempty("Own")],
    [
      "a length after trimming",
      z
        .string()
        .trim()
        .min(1, { error: () => "Own" }),
    ],
    ["a format", z.string().email("Own")],
    ["the first of several", z.string().min(1, "Own").email("Other")],
    ["a pipe", z.string().min(1, "Own").pipe(z.email())],
    ["a preprocessed text", z.preprocess((value) => value, z.string().min(1, "Own"))],
    ["a text that becomes another", z.string().min(1, "Own").transform(Number)],
    ["a brand", z.string().min(1, "Own").brand("name").readonly()],
    ["a text", z.string("Own")],
    ["a format of its own", z.email("Own")],
    ["a function", z.string({ error: ({ input }) => (input === undefined ? "Own" : "Other") })],
    ["a whole number", z.int("Own")],
    ["a number", z.number("Own")],
    ["an enum", z.enum(["a"], "Own")],
    ["a literal", z.literal("a", "Own")],
    ["a date", z.date("Own")],
    ["a boolean", z.boolean("Own")],
    ["a file", z.file("Own")],
    ["a union", z.union([z.string(), z.int()], "Own")],
  ])("takes the schema's own message of %s", (_, type) => {
    expect(messageOf(type)).toBe("Own");
  });

  it("takes the message for an empty list, if the list is missing", () => {
    expect(schema(z.object({ it: z.array(z.string()).nonempty("Own") })).deserialize({})).toMatchObject({
      error: { children: new Map([["it", expect.objectContaining({ messages: ["Own"] })]]) },
    });
    expect(messageOf(z.set(z.string()).nonempty("Own"), [])).toBe("Own");
  });

  it("leaves other missing values to the catalogue", () => {
    expect(messageOf(z.string().min(1))).toBe("Required");
    expect(messageOf(z.string().regex(/./))).toBe("Required");
  });

  it("runs no rules of the author", () => {
    const rule = (text: string): boolean => text !== "";
    expect(messageOf(z.string().refine(rule, "Own"))).toBe("Required");
  });

  it("yields to requiredMessage", () => {
    const type = z.string().min(1, "Own").meta({ requiredMessage: "More exact" });
    expect(messageOf(type)).toBe("More exact");
  });
});
