import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";
import { textInput } from "../widgets/text-input.ts";

const Tree = z.object({
  name: z.string(),
  get a() {
    return z.array(Tree);
  },
  get b() {
    return z.array(Tree);
  },
});
const form = (patterns: readonly string[]) =>
  createForm(Tree, { widgets: Object.fromEntries(patterns.map((pattern) => [pattern, textInput()])) });

describe("widgets given for paths", () => {
  it("are searched in a recursive schema, once in each of its types", () => {
    expect(() => form([`${"*.".repeat(60)}c`])).toThrow("the schema has no field there");
    const far = form([`${"a.*.".repeat(30)}name`]);
    expect(far.node.name).toBe("");
  });

  it("are refused if they distinguish more fields than can be drawn", () => {
    // The twentieth name above is an "a" or not, which makes 2 ** 20 different fields.
    expect(() => form([`**.a.*.${"*.*.".repeat(20)}name`])).toThrow("tell over 10000 fields");
  });

  it("are refused past a thousand, and a pattern past a hundred names", () => {
    expect(() => form([`${"a.*.".repeat(50)}name`])).toThrow("at most 100");
    const names = Array.from({ length: 1001 }, (_, index) => `f${index}`);
    const wide = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
    const widgets = Object.fromEntries(names.map((name) => [name, textInput()]));
    expect(() => createForm(wide, { widgets })).toThrow("at most 1000");
  });
});
