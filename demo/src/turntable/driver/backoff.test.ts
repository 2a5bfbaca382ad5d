import { describe, expect, it } from "vitest";
import { backoff } from "./backoff.ts";

describe("backoff", () => {
  it("doubles up to its limit", () => {
    expect([1, 2, 3, 6, 7, 2_000].map((failures) => backoff(failures, {}, 0))).toEqual([
      250, 500, 1_000, 8_000, 10_000, 10_000,
    ]);
  });

  it("is randomly shorter, by up to half", () => {
    expect(backoff(1, { first: 100 }, 0.5)).toBe(75);
    expect(backoff(1, { first: 100 }, 0.999)).toBeCloseTo(50, 0);
  });
});
