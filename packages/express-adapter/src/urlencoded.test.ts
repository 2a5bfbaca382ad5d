import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LimitError } from "./limit-error.ts";
import { memoryHeldBy } from "./testing/held-memory.ts";
import { parseUrlencoded } from "./urlencoded.ts";

const LIMITS = { maxPairs: 10_000, maxNameLength: 1000, maxValueLength: 1000 };
const parse = (text: string, limits = LIMITS) => parseUrlencoded(Buffer.from(text), limits);

/** Random bytes. Most are special to the parser. */
const bytes = fc
  .array(
    fc.oneof(fc.constantFrom(...Buffer.from("a&=+%0fé\u{feff}\u{1f600}")), fc.integer({ min: 0, max: 255 })),
  )
  .map((list) => Uint8Array.from(list));

/** Parses with URLSearchParams. It takes text, so bytes beyond ASCII are percent-encoded first. */
function reference(body: Uint8Array) {
  const text = Buffer.from(body).toString("latin1");
  const ascii = text.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`);
  return [...new URLSearchParams(`?${ascii}`)];
}

describe("parseUrlencoded", () => {
  it("agrees with URLSearchParams for any bytes", () => {
    fc.assert(
      fc.property(bytes, (body) => {
        expect(parseUrlencoded(body, LIMITS)).toEqual(reference(body));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads back the pairs that URLSearchParams wrote", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        expect(parse(new URLSearchParams(pairs).toString())).toEqual(pairs);
      }),
    );
  });

  it.each<[string, [string, string][]]>([
    ["", []],
    ["&&", []],
    ["=", [["", ""]]],
    ["a", [["a", ""]]],
    [
      "a=&=b",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    [
      "b=1&a=2&b=3",
      [
        ["b", "1"],
        ["a", "2"],
        ["b", "3"],
      ],
    ],
    ["a=b=c", [["a", "b=c"]]],
    ["a+b=%2B+", [["a b", "+ "]]],
    ["%61=%C5%99", [["a", "ř"]]],
    ["a=ř", [["a", "ř"]]],
    [
      "a=%&b=%4&c=%zz&%4=%",
      [
        ["a", "%"],
        ["b", "%4"],
        ["c", "%zz"],
        ["%4", "%"],
      ],
    ],
    ["a=%FF%C5", [["a", "\ufffd\ufffd"]]],
    ["\ufeffa=\ufeffb", [["\ufeffa", "\ufeffb"]]],
    ["?a=1", [["?a", "1"]]],
  ])("reads %j", (text, pairs) => {
    expect(parse(text)).toEqual(pairs);
  });

  it.each([1, 12, 13, 28, 1000])(
    "keeps no body in memory by a name and a value of %i letters",
    async (length) => {
      const limits = { maxPairs: 10, maxNameLength: 1000, maxValueLength: 2 ** 20 };
      const filler = `other=${"x".repeat(2 ** 20 - 10)}`;
      const held = await memoryHeldBy(() =>
        Array.from({ length: 50 }, (_, index) => {
          const text = String.fromCharCode(97 + (index % 26)).repeat(length);
          return parse(`${text}=${text}&${filler}`, limits)[0];
        }),
      );
      expect(held / 2 ** 20).toBeLessThan(5); // 50, were the bodies held
    },
  );

  it("does not change the given bytes", () => {
    const body = Buffer.from("a=%41");
    parseUrlencoded(body, LIMITS);
    expect(body.toString()).toBe("a=%41");
  });

  it("refuses more pairs than allowed", () => {
    const limits = { ...LIMITS, maxPairs: 2 };
    expect(parse("a&&b&", limits)).toHaveLength(2);
    expect(() => parse("a&&b&c&d", limits)).toThrow(
      expect.objectContaining({ name: "LimitError", status: 413, option: "maxPairs", limit: 2, actual: 3 }),
    );
  });

  it("counts the bytes of names and values after decoding", () => {
    const limits = { ...LIMITS, maxNameLength: 2, maxValueLength: 4 };
    expect(parse("%C5%99=%C5%99%C5%99", limits)).toEqual([["ř", "řř"]]);
    expect(() => parse("b=1&abc=1", limits)).toThrow("A name has 3 bytes; at most 2 are allowed");
    expect(() => parse("b=1&a=12345", limits)).toThrow('The value of "a" has 5 bytes; at most 4 are allowed');
    expect(() => parse("abc", limits)).toThrow(LimitError);
  });

  it.each(["&", "=", "%", "%C5", "a=1&", "\u{1f600}"])("is linear in the number of %j", (part) => {
    const body = Buffer.from(part.repeat(500_000));
    const start = performance.now();
    parseUrlencoded(body, { maxPairs: 1e6, maxNameLength: 1e7, maxValueLength: 1e7 });
    expect(performance.now() - start).toBeLessThan(5000); // minutes, were it quadratic
  });
});
