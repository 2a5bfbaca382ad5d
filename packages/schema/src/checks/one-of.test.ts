import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Decimal, decimal } from "../types/decimal.ts";
import { noneOf, oneOf } from "./one-of.ts";

describe("oneOf", () => {
  it("accepts only its choices", () => {
    const type = z.string().check(oneOf(["a", "b"]));
    expect(type.safeParse("a").success).toBe(true);
    expect(type.safeParse(" a").error?.issues[0]).toMatchObject({
      params: { id: "notOneOf", choices: ["a", "b"] },
    });
  });

  it("accepts a decimal with any trailing zeros", () => {
    expect(
      decimal()
        .check(oneOf([Decimal("1.10")]))
        .safeParse(Decimal("1.1000")).success,
    ).toBe(true);
  });
});

describe("noneOf", () => {
  it("refuses only its choices", () => {
    const type = z.string().check(noneOf(["root"]));
    expect(type.safeParse("Root").success).toBe(true);
    expect(type.safeParse("root").error?.issues[0]).toMatchObject({ params: { id: "noneOf" } });
  });
});
