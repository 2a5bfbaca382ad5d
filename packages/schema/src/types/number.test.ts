import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integerWire, numberWire, parseInteger, parseNumber } from "./number.ts";

describe("parseNumber", () => {
  it("reads decimal numbers with signs, fractions and exponents, in white space", () => {
    const texts = ["-2.25", ".5", "5.", "1e3", "1E-3", "+.5", "\n4\t", "00012", "5e-324"];
    expect(texts.map(parseNumber)).toEqual([-2.25, 0.5, 5, 1000, 0.001, 0.5, 4, 12, 5e-324]);
  });

  it("reads nothing else", () => {
    const texts = [
      "",
      " ",
      ".",
      "1e",
      "e1",
      "1_000",
      "0x10",
      "1,5",
      "12 3",
      "NaN",
      "Infinity",
      "1e400",
      "٣",
      "--1",
    ];
    expect(texts.filter((text) => parseNumber(text) !== undefined)).toEqual([]);
  });
});

describe("parseInteger", () => {
  it("reads digits without fraction or exponent", () => {
    expect(["+7", " -5 ", "007"].map(parseInteger)).toEqual([7, -5, 7]);
    expect(["1.0", "1e3", "1.", ""].filter((text) => parseInteger(text) !== undefined)).toEqual([]);
  });
});

describe("numberWire", () => {
  it("reads back every finite number that it writes", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(finite, (value) => Object.is(numberWire.decode(numberWire.encode(value)), value)));
  });

  it("returns a text that is not a number", () => {
    expect(numberWire.decode(" x ")).toBe(" x ");
  });
});

describe("integerWire", () => {
  it("reads back every integer that it writes, in digits", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => integerWire.decode(integerWire.encode(value)) === value),
    );
    expect(integerWire.encode(1e21)).toBe("1000000000000000000000");
  });

  it("cuts a fraction off, and prints other values", () => {
    expect([3.7, -3.7, NaN].map((value) => integerWire.encode(value))).toEqual(["3", "-3", "NaN"]);
  });
});
