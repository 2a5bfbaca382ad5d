import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../types/decimal.ts";
import { compare, includes } from "./compare.ts";

describe("compare", () => {
  it("orders texts, numbers, dates and decimals", () => {
    expect(compare("a", "b")).toBeLessThan(0);
    expect(compare(10, 9)).toBeGreaterThan(0);
    expect(compare(new Date(5), new Date(5))).toBe(0);
    expect(compare(Decimal("10.0"), Decimal("9"))).toBeGreaterThan(0);
  });

  it("orders decimals like their integers", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => compare(Decimal(a), Decimal(b)) === Math.sign(a - b)),
    );
  });

  it("finds no order between values of different types", () => {
    expect(compare(Decimal("1"), 1)).toBeNaN();
    expect(compare({}, {})).toBeNaN();
    expect(compare(new Date(NaN), new Date(NaN))).toBeNaN();
  });
});

describe("includes", () => {
  it("finds dates and decimals by their value", () => {
    const has = includes([Decimal("1.10"), new Date(0), "x", NaN]);
    expect([Decimal("1.1"), new Date(0), "x", NaN].map(has)).toEqual([true, true, true, true]);
    expect([Decimal("1.11"), new Date(1), "y", 1.1].map(has)).toEqual([false, false, false, false]);
  });
});
