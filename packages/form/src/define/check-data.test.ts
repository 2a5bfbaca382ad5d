import { decimal } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";

const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.number() }),
  z.object({ kind: z.literal("none") }),
]);
const Tour = z.object({
  name: z.string(),
  moves: z.array(z.object({ angle: z.number(), at: z.tuple([z.number(), z.number()]).optional() })),
  size: z.enum(["small", "large"]).optional(),
  prices: z.record(z.string(), decimal()).optional(),
  tags: z.set(z.string()).optional(),
  stock: z.map(z.string(), z.int()).optional(),
  shape: Shape.optional(),
  words: z
    .string()
    .transform((text) => text.split(" "))
    .optional(),
});
const form = createForm(Tour, { formId: "tour" });

/** Renders data as JavaScript users do, whom types don't warn. */
const render = (data: unknown): string => String(Reflect.apply(form.render, undefined, [data]));

describe("data of another shape than the schema", () => {
  it.each<[string, unknown, string]>([
    ["a text", "Fjords", 'The data of form "tour" is a text, but the schema expects an object.'],
    ["a list", [{ name: "Fjords" }], 'The data of form "tour" is a list, but the schema expects an object.'],
    [
      "an object as a list",
      { moves: { angle: 90 } },
      '"moves" in the data of form "tour" is an object, but the schema expects a list.',
    ],
    ["a number as an item", { moves: [{}, 90] }, '"moves.1" in the data'],
    ["a pair as an object", { moves: [{ at: { x: 1 } }] }, '"moves.0.at" in the data'],
    [
      "an object as a text",
      { name: { first: "Ann" } },
      "is an object, but the schema expects a single value.",
    ],
    ["a list as a choice", { size: ["small"] }, "is a list, but the schema expects a single value."],
    ["a list as a record", { prices: [["bolt", 1]] }, "is a list, but the schema expects an object."],
    ["an object as a set", { tags: {} }, "is an object, but the schema expects a Set."],
    ["an object as a map", { stock: { bolt: 1 } }, "is an object, but the schema expects a Map."],
  ])("is refused with its path: %s", (_, data, message) => {
    expect(() => render(data)).toThrow(TypeError);
    expect(() => render(data)).toThrow(message);
  });

  it("is refused as current data too", () => {
    const Fixed = z.object({ name: z.string().meta({ widget: { readonly: true } }) });
    const { validate } = createForm(Fixed);
    expect(() => Reflect.apply(validate, undefined, [[], { name: ["Ann"] }])).toThrow('"name" in the data');
  });
});

describe("data of the schema's shape", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a part", { moves: [{}, null, { angle: null }] }],
    ["invalid values", { name: 5, moves: [{ angle: "far" }], size: "huge" }],
    ["unknown names", { other: { a: [1] } }],
    [
      "an object of a class",
      new (class Row {
        readonly name = "Ann";
      })(),
    ],
    ["another case", { shape: { kind: "square", side: [1] } }],
    ["a list of a set, and pairs of a map", { tags: ["a"], stock: [["bolt", 1]] }],
    ["the output of a transform", { words: ["a", "b"] }],
  ])("is accepted: %s", (_, data) => {
    expect(() => render(data)).not.toThrow();
  });
});
