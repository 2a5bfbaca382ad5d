import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wire } from "../wire/wire.ts";
import { Decimal, decimal, type DecimalOptions, money } from "./decimal.ts";

const wire = (options?: DecimalOptions): Wire | undefined => decimal(options).meta()?.wire;
const read = (text: string, options?: DecimalOptions): string => String(wire(options)?.decode(text));

describe("decimal", () => {
  it("keeps digits, trailing zeros and exponents", () => {
    const texts = ["1.50", "1E+5", "1e-10", ".5", "5.", "0.00", "1.000000000000000000000000000000000001"];
    expect(texts.map((text) => read(text))).toEqual([
      "1.50",
      "1E+5",
      "1E-10",
      "0.5",
      "5",
      "0.00",
      "1.000000000000000000000000000000000001",
    ]);
  });

  it("accepts only decimals", () => {
    expect(decimal().safeParse(Decimal("1")).success).toBe(true);
    expect(decimal().safeParse(1).error?.issues[0]).toMatchObject({
      params: { id: "notNumber", leaf: true },
    });
  });

  it("returns a text that is not a number or too large", () => {
    const texts = [
      "abc",
      "1_000",
      "1,000",
      "NaN",
      "Infinity",
      "1e",
      "1e10000",
      "1e-10000",
      "1".repeat(1001),
      "1e99999999999",
    ];
    expect(texts.filter((text) => wire()?.decode(text) !== text)).toEqual([]);
  });

  it("rounds to the quantum, reading and writing", () => {
    expect(read("1.015", { quantum: ".01" })).toBe("1.02");
    expect(read("250", { quantum: "1E+2" })).toBe("2E+2");
    expect(wire({ quantum: "1.00", rounding: "DOWN" })?.encode(Decimal("1.009"))).toBe("1.00");
  });

  it("refuses a rounded value of more than 28 digits", () => {
    expect(wire({ quantum: ".01" })?.decode("12345678901234567890123456.78")).toBeInstanceOf(Object);
    expect(wire({ quantum: ".01" })?.decode("99999999999999999999999999.999")).toBe(
      "99999999999999999999999999.999",
    );
    expect(wire({ quantum: ".01" })?.decode("1e9999")).toBe("1e9999");
  });

  it("removes trailing zeros with normalize", () => {
    expect(["1200.00", "0.00", "5"].map((text) => read(text, { normalize: true }))).toEqual([
      "1.2E+3",
      "0",
      "5",
    ]);
  });

  it("reads back every decimal that it writes", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: -300, max: 300 }), (digits, exponent) => {
        const value = Decimal(`${digits}e${exponent}`);
        expect(String(wire()?.decode(String(wire()?.encode(value))))).toBe(String(value));
      }),
    );
  });

  it("throws an error with the invalid quantum", () => {
    expect(() => decimal({ quantum: "cent" })).toThrow(
      new RangeError('A quantum is a decimal such as ".01", not "cent"'),
    );
  });
});

describe("money", () => {
  it("has two digits, rounded away from zero", () => {
    const wire: Wire | undefined = money().meta()?.wire;
    expect(["1.001", "-0.001", "5", "1e2"].map((text) => String(wire?.decode(text)))).toEqual([
      "1.01",
      "-0.01",
      "5.00",
      "100.00",
    ]);
    expect([Decimal("1.001"), 5, "1.5"].map((value) => wire?.encode(value))).toEqual([
      "1.01",
      "5.00",
      "1.50",
    ]);
  });
});
