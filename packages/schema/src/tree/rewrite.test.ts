import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rewrite } from "./rewrite.ts";

describe("rewrite", () => {
  it("changes every type, the innermost first", () => {
    const seen: string[] = [];
    const made = rewrite(z.array(z.int().optional()), (type, original) => {
      seen.push(original._zod.def.type);
      return original._zod.def.type === "number" ? z.string() : type;
    });
    expect(seen).toEqual(["number", "optional", "array"]);
    expect(z.core.safeParse(made, ["a", undefined]).success).toBe(true);
  });

  it("returns the type itself if nothing changes", () => {
    const type = z.object({ a: z.record(z.string(), z.int()) });
    expect(rewrite(type, (each) => each)).toBe(type);
  });

  it("keeps a recursive type recursive", () => {
    const List = z.object({
      value: z.int(),
      get next() {
        return List.optional();
      },
    });
    const made = rewrite(List, (type) => (type._zod.def.type === "number" ? z.string() : type));
    expect(z.core.safeParse(made, { value: "a", next: { value: "b" } }).success).toBe(true);
    expect(z.core.safeParse(made, { value: "a", next: { value: 1 } }).success).toBe(false);
  });
});
