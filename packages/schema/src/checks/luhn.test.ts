import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { luhn } from "./luhn.ts";

describe("luhn", () => {
  const passes = (text: string): boolean => z.string().check(luhn()).safeParse(text).success;

  it("accepts numbers with a valid check digit", () => {
    expect(["4111111111111111", "79927398713", "00"].filter((text) => !passes(text))).toEqual([]);
  });

  it("refuses spaces, dashes, other digits and the empty text", () => {
    expect(["4111 1111 1111 1111", "4111-1111", "²", "٠٠", ""].filter(passes)).toEqual([]);
  });

  it("accepts exactly one check digit", () => {
    const digits = fc.stringMatching(/^\d{1,30}$/);
    fc.assert(
      fc.property(
        digits,
        (text) => "0123456789".split("").filter((digit) => passes(text + digit)).length === 1,
      ),
    );
  });
});
