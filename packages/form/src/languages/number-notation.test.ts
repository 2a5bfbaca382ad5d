import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "./language.ts";
import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { japanese } from "./japanese.ts";
import { spanish } from "./spanish.ts";
import { notationOf, signsOf } from "./number-notation.ts";

const languages = [arabic, english, french, german, japanese, spanish];
const readIn = ({ numbers }: Pick<Language, "numbers">, ...texts: readonly string[]) =>
  texts.map((text) => notationOf(numbers).read(text));
const wholeDigits = fc.stringMatching(/^(?:0|[1-9]\d{0,40})$/);
const numerals = fc
  .tuple(fc.constantFrom("", "-"), wholeDigits, fc.stringMatching(/^(?:|\.\d{1,40})$/))
  .map((parts) => parts.join(""));

describe("notationOf", () => {
  it.each(languages.map((language) => [language.tag, language] as const))(
    "reads in %s what it writes, to the last digit",
    (_, { numbers }) => {
      const { read, write, writeGrouped } = notationOf(numbers);
      fc.assert(
        fc.property(numerals, (text) => {
          expect(read(write(text))).toBe(text);
          expect(read(writeGrouped(text))).toBe(text);
        }),
      );
      fc.assert(
        fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), (text) => {
          expect(read(write(text))).toBe(text);
        }),
      );
    },
  );

  it("writes and reads as Intl does", () => {
    for (const { tag, numbers } of languages) {
      const { read, write, writeGrouped } = notationOf(numbers);
      const options = { numberingSystem: "latn", maximumFractionDigits: 2 };
      for (const number of [0.25, 12, 999.5, 1234, -12345.75, 9876543.21]) {
        const [plain, grouped] = [false, "auto" as const].map((useGrouping) =>
          new Intl.NumberFormat(tag, { ...options, useGrouping }).format(number),
        );
        expect(write(String(number))).toBe(plain?.replaceAll(/\p{Cf}/gu, ""));
        expect(writeGrouped(String(number))).toBe(grouped?.replaceAll(/\p{Cf}/gu, ""));
        expect(read(String(grouped))).toBe(String(number));
      }
    }
  });

  it("reads the language's decimal sign, and its groups in the right places", () => {
    expect(readIn(german, "1,5", "1.234,5", "1.234", "12.345.678", "-1.234,50", ",5")).toEqual([
      "1.5",
      "1234.5",
      "1234",
      "12345678",
      "-1234.50",
      ".5",
    ]);
    expect(readIn(english, "1.5", "1,234.5", "1,234", "12,345,678", "−1,234.50")).toEqual([
      "1.5",
      "1234.5",
      "1234",
      "12345678",
      "-1234.50",
    ]);
    expect(readIn(french, "1,5", "1\u202f234,5", "1\u00a0234", "12 345 678")).toEqual([
      "1.5",
      "1234.5",
      "1234",
      "12345678",
    ]);
  });

  it("reads digits and signs of other scripts", () => {
    expect(readIn(arabic, "١٬٢٣٤٫٥", "\u061c-١٢٫٥", "۱۲۳", "1,234.5")).toEqual([
      "1234.5",
      "-12.5",
      "123",
      "1234.5",
    ]);
    expect(readIn(japanese, "１，２３４．５", "－１２", "1,234")).toEqual(["1234.5", "-12", "1234"]);
    expect(readIn(german, "١٬٢٣٤٫٥")).toEqual(["1234.5"]);
  });

  it("reads plain numerals that mean nothing else in the language", () => {
    expect(readIn(german, "1.5", "0.125", "1234.567", "1.2345", "1e3", "1.5e-7", "5.")).toEqual([
      "1.5",
      "0.125",
      "1234.567",
      "1.2345",
      "1e3",
      "1.5e-7",
      "5.",
    ]);
    expect(readIn(french, "1.5", "1234.25")).toEqual(["1.5", "1234.25"]);
    expect(readIn(german, "1.234e3", "1.234e-7", "1,234e3")).toEqual(["1.234e3", "1.234e-7", "1.234e3"]);
    expect(readIn(english, "1,234e3")).toEqual([undefined]);
    for (const { numbers } of languages) {
      const { read, writeGrouped } = notationOf(numbers);
      expect(read(writeGrouped("1234567.5e3"))).toBe("1234567.5e3");
    }
  });

  it("refuses text that is malformed or ambiguous", () => {
    const nowhere = [
      "",
      ".",
      ",",
      "-",
      "1 5",
      "1,2,3",
      "1.2.3",
      "1,234,56",
      "0x10",
      "1_000",
      "½",
      "5²",
      "e3",
      "1-",
      "--1",
    ];
    for (const language of languages)
      expect(readIn(language, ...nowhere)).toEqual(nowhere.map(() => undefined));
    const english15 = ["1,5", "1,50", "1.234,5", "1.234.567", "0,125", "1234,567", "1,234 567", "1'234"];
    for (const language of [english, japanese, arabic])
      expect(readIn(language, ...english15)).toEqual(english15.map(() => undefined));
    const german15 = ["1,234.5", "1,234,567", "1.23,4", "1.234 567"];
    for (const language of [german, spanish, french])
      expect(readIn(language, ...german15)).toEqual(german15.map(() => undefined));
  });

  it("keeps text that is no plain numeral", () => {
    const { write, writeGrouped } = notationOf(german.numbers);
    for (const text of ["1,5", "1.2.3", "a.b", "", "7:30"])
      expect([write(text), writeGrouped(text)]).toEqual([text, text]);
  });
});

describe("signsOf", () => {
  it("returns the signs of regions", () => {
    const write = (tag: string) => notationOf(signsOf(tag)).writeGrouped("1234567.5").replaceAll("’", "'");
    expect(["de-CH", "en-IN", "es-MX", "pt-BR"].map(write)).toEqual([
      "1'234'567.5",
      "12,34,567.5",
      "1,234,567.5",
      "1.234.567,5",
    ]);
    expect(readIn({ numbers: signsOf("en-IN") }, "12,34,567", "1,234,567")).toEqual(["1234567", undefined]);
    expect(readIn({ numbers: signsOf("de-CH") }, "1'234.5", "1’234.5")).toEqual(["1234.5", "1234.5"]);
  });

  it("refuses a language that this host doesn't know", () => {
    expect(() => signsOf("tlh")).toThrow('does not know how "tlh" writes numbers');
  });
});
