import { describe, expect, it } from "vitest";
import { z } from "zod";
import { regex } from "./regex.ts";

describe("regex", () => {
  const passes = (pattern: RegExp, text: string): boolean =>
    z.string().check(regex(pattern)).safeParse(text).success;

  it("matches at the start, not to the end", () => {
    expect(passes(/[a-z]+/, "abc1")).toBe(true);
    expect(passes(/b/, "ab")).toBe(false);
    expect(passes(/a|b/, "xb")).toBe(false);
    expect(passes(/^b/m, "a\nb")).toBe(false);
  });

  it("keeps the pattern's flags and forgets its last match", () => {
    const type = z.string().check(regex(/^a.c$/gis));
    expect([type.safeParse("A\nC").success, type.safeParse("A\nC").success]).toEqual([true, true]);
  });
});
