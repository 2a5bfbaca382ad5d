import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Schema, schema } from "../schema.ts";

const only = (type: z.ZodType): Schema<z.ZodObject<{ it: z.ZodType }>> => schema(z.object({ it: type }));

/** Returns the value of a text, or its messages. */
function read(type: z.ZodType, cstruct?: unknown): unknown {
  const result = only(type).deserialize(cstruct === undefined ? {} : { it: cstruct });
  return result.ok ? result.value.it : result.error.asDict();
}

/** Returns the value after it was shown and read again. */
function shownAndRead(type: z.ZodType, value: unknown): unknown {
  const result = only(type).deserialize(only(type).serialize({ it: value }));
  return result.ok ? result.value.it : result.error.asDict();
}

const Blank: readonly (readonly [string, z.ZodType])[] = [
  ["url().or()", z.url().or(z.literal(""))],
  ["literal().or()", z.literal("").or(z.url())],
  ["union", z.union([z.literal(""), z.url()])],
];

describe("a union with an empty text", () => {
  it.each(Blank)("accepts it: %s", (_, type) => {
    expect(read(type, "")).toBe("");
    expect(read(type)).toBe("");
    expect(read(type, "https://a.ch")).toBe("https://a.ch");
    expect(read(type, "x")).toEqual({ it: "Enter a URL, such as https://example.com" });
    expect(shownAndRead(type, "")).toBe("");
  });

  it.each(Blank)("is shown as its other option: %s", (_, type) => {
    expect(only(type).node.child("it")).toMatchObject({
      kind: "string",
      required: false,
      constraints: { format: "url" },
    });
  });

  it("leaves an optional value absent", () => {
    const type = z.email().optional().or(z.literal(""));
    expect(read(type, "")).toBe("");
    expect(only(type).deserialize({})).toEqual({ ok: true, value: {} });
  });

  it("says its own message", () => {
    expect(read(z.union([z.literal(""), z.int()], "Own"), "x")).toEqual({ it: "Own" });
  });

  it("runs its own checks", () => {
    const type = z
      .url()
      .or(z.literal(""))
      .refine((url) => url !== "", "Own");
    expect(read(type, "")).toEqual({ it: "Own" });
  });
});

describe("a union with null or undefined", () => {
  it("takes null for a missing value", () => {
    const type = z.union([z.int(), z.null()]);
    expect(read(type, "")).toBe(null);
    expect(read(type, "3")).toBe(3);
    expect(only(type).node.child("it")?.kind).toBe("integer");
  });

  it("leaves a missing value absent", () => {
    expect(only(z.union([z.int(), z.undefined()])).deserialize({ it: "" })).toEqual({ ok: true, value: {} });
  });

  it("holds null and an object", () => {
    const type = z.union([z.object({ a: z.string() }), z.null()]);
    expect(read(type)).toBe(null);
    expect(read(type, { a: "x" })).toEqual({ a: "x" });
    expect(only(type).node.child("it")?.kind).toBe("object");
  });
});

describe("a union of literals", () => {
  const type = z.union([z.literal("a").meta({ title: "First" }), z.literal(1), z.literal("1"), z.boolean()]);

  it("is one choice, with the titles of its options", () => {
    const node = only(type).node.child("it");
    expect(node?.kind).toBe("enum");
    expect(node?.choices).toEqual([
      { text: "a", value: "a", title: "First" },
      { text: "1", value: 1 },
      { text: "string:1", value: "1" },
      { text: "true", value: true },
      { text: "false", value: false },
    ]);
  });

  it.each(["a", 1, "1", true, false])("keeps the type of %j", (value) => {
    expect(shownAndRead(type, value)).toBe(value);
  });

  it("has one message for all values", () => {
    expect(read(type, "x")).toEqual({ it: "Choose one of the options" });
    expect(read(z.union([z.literal("a"), z.literal("b")], "Own"), "x")).toEqual({ it: "Own" });
  });

  it("takes nothing chosen for null", () => {
    const nullable = z.union([z.literal("a"), z.literal(null), z.enum(["b", "c"])]);
    expect(read(nullable, "")).toBe(null);
    expect(
      only(nullable)
        .node.child("it")
        ?.choices?.map(({ text }) => text),
    ).toEqual(["a", "b", "c"]);
  });
});

describe("an enum with an empty text", () => {
  it("accepts it", () => {
    expect(read(z.enum(["", "a"]), "")).toBe("");
    expect(read(z.literal(""), "")).toBe("");
  });
});
