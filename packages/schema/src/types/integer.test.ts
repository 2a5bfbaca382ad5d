import { describe, expect, it } from "vitest";
import { integer } from "./integer.ts";

describe("integer", () => {
  it("cuts the fraction off a number", () => {
    expect([3.7, -3.7, 3, -0].map((value) => integer().parse(value))).toEqual([3, -3, 3, 0]);
  });

  it("refuses a fraction if strict", () => {
    expect(integer({ strict: true }).safeParse(3.7).success).toBe(false);
    expect(integer({ strict: true }).parse(3)).toBe(3);
  });

  it("refuses numbers beyond the safe range", () => {
    expect([2 ** 53, NaN, Infinity].filter((value) => integer().safeParse(value).success)).toEqual([]);
  });

  it("has zod's limits", () => {
    expect(integer().min(1).max(180).safeParse(181).error?.issues[0]).toMatchObject({
      code: "too_big",
      maximum: 180,
    });
  });
});
