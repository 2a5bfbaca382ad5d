import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changeInside } from "./change-inside.ts";

describe("changeInside", () => {
  it("changes the inner type, and keeps the wrappers with their metadata", () => {
    const angle = z.number().min(0).default(45).nullable().meta({ title: "Angle" });
    const slow = changeInside(angle, (number) => number.max(90));
    expect(slow.meta()).toEqual({ title: "Angle" });
    expect([undefined, null, 90].map((value) => slow.parse(value))).toEqual([45, null, 90]);
    expect(slow.safeParse(91).success).toBe(false);
    expect(angle.safeParse(91).success).toBe(true);
  });

  it("changes the first type of a pipe and the type after a preprocess", () => {
    const length = changeInside(
      z.string().transform((text) => text.length),
      (text) => text.max(2),
    );
    expect(length.safeParse("abc").success).toBe(false);
    const trimmed = changeInside(
      z.preprocess((value) => String(value).trim(), z.string()),
      (text) => text.max(2),
    );
    expect(trimmed.parse(" ab ")).toBe("ab");
  });

  it("changes a type without wrappers, or a union, itself", () => {
    expect(changeInside(z.string(), (text) => text.max(2)).maxLength).toBe(2);
    const union = z.union([z.string(), z.int()]);
    expect(changeInside(union, (type) => type.meta({ title: "Either" })).meta()).toEqual({ title: "Either" });
  });
});
