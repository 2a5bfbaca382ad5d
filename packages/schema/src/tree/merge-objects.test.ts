import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mergeObjects } from "./merge-objects.ts";

const Named = z
  .object({ name: z.string(), notes: z.string() })
  .meta({ title: "Named", description: "Has a name" });
const Owned = z.object({ owner: z.string(), notes: z.string().optional() }).meta({ title: "Owned" });

describe("mergeObjects", () => {
  it("replaces a field of the same name, and adds new ones last", () => {
    const type = mergeObjects(Named, Owned);
    expect(Object.keys(type.shape)).toEqual(["name", "notes", "owner"]);
    expect(type.parse({ name: "a", owner: "b" })).toEqual({ name: "a", owner: "b" });
    expect(type.meta()).toEqual({ title: "Owned", description: "Has a name" });
  });

  it("moves a field before the one named by insertBefore, new or not", () => {
    const New = z.object({ owner: z.string().meta({ insertBefore: "notes" }).optional() });
    expect(Object.keys(mergeObjects(Named, New).shape)).toEqual(["name", "owner", "notes"]);
    const Known = z.object({ notes: z.string().meta({ insertBefore: "name" }) });
    expect(Object.keys(mergeObjects(Named, Known).shape)).toEqual(["notes", "name"]);
    const Wrong = z.object({ owner: z.string().meta({ insertBefore: "title" }) });
    expect(() => mergeObjects(Named, Wrong)).toThrow('No field "title"');
  });

  it("runs the refinements of all objects", () => {
    const type = mergeObjects(
      Named.refine(({ name }) => name !== "x", "Not x"),
      Owned.refine(({ owner }) => owner !== "y", "Not y"),
    );
    const issues = type.safeParse({ name: "x", owner: "y" }).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual(["Not x", "Not y"]);
  });

  it("treats unknown names like the last object", () => {
    const data = { name: "a", notes: "b", owner: "c", x: 1 };
    expect(mergeObjects(Named, Owned.strict()).safeParse(data).success).toBe(false);
    expect(mergeObjects(Named.strict(), Owned).parse(data)).not.toHaveProperty("x");
  });

  it("merges any number of objects", () => {
    expect(mergeObjects(Named)).toBe(Named);
    expect(Object.keys(mergeObjects(z.object({ a: z.string() }), Named, Owned).shape)).toHaveLength(4);
  });
});
