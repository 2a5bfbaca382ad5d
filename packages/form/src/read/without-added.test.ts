import { schema } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";

/** Returns the typed value of a valid post. */
function typed(type: z.ZodObject, ...controls: [name: string, value: string][]): unknown {
  const result = createForm(type).validate(controls);
  return result.kind === "valid" ? result.typed : result.kind;
}

describe("typed, of a valid result", () => {
  it("leaves out controls that no field has, at any depth", () => {
    const Kind = z.discriminatedUnion("kind", [z.object({ kind: z.literal("a"), size: z.string() })]);
    const Order = z.object({
      name: z.string(),
      secret: z
        .string()
        .meta({ widget: { readonly: true } })
        .default("kept"),
      items: z.array(z.object({ name: z.string() })),
      pair: z.tuple([z.string(), z.string()]),
      notes: z.record(z.string(), z.string()),
      choice: Kind,
    });
    const post = (...added: [name: string, value: string][]) =>
      typed(
        Order,
        ["name", "Ann"],
        ...added,
        ["__start__", "items:sequence"],
        ["__start__", "item:mapping"],
        ...added,
        ["name", "Tea"],
        ["__end__", ""],
        ["__end__", ""],
        ["__start__", "pair:sequence"],
        ["0", "a"],
        ["1", "b"],
        ["__end__", ""],
        ["__start__", "choice:mapping"],
        ["kind", "a"],
        ["size", "1"],
        ...added,
        ["__end__", ""],
      );
    const plain = post();
    expect(plain).toEqual({
      name: "Ann",
      items: [{ name: "Tea" }],
      pair: ["a", "b"],
      notes: [],
      choice: { kind: "a", size: "1" },
    });
    expect(post(["other", "1"], ["secret", "forged"])).toEqual(plain);
    expect(post(["__start__", "more:mapping"], ["a", "1"], ["__end__", ""])).toEqual(plain);
  });

  it("keeps unknown names of a loose object", () => {
    const Loose = z.object({ name: z.string(), more: z.looseObject({ a: z.string() }).optional() });
    const more: [string, string][] = [
      ["__start__", "more:mapping"],
      ["a", "1"],
      ["b", "2"],
      ["__end__", ""],
    ];
    expect(typed(Loose, ["name", "Ann"], ...more)).toEqual({ name: "Ann", more: { a: "1", b: "2" } });
    expect(schema(Loose).node.child("more")?.isLoose).toBe(true);
    expect(schema(Loose).node.isLoose).toBe(false);
  });
});
