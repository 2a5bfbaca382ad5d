import { describe, expect, it } from "vitest";
import { parseSize, sizeInWords } from "./size.ts";

describe("parseSize", () => {
  it.each([
    [0, 0],
    [1000, 1000],
    ["512b", 512],
    ["100kb", 102_400],
    ["1.5 MB", 1_572_864],
    ["1gb", 1_073_741_824],
  ])("reads %j", (size, count) => {
    expect(parseSize("limit", size)).toBe(count);
  });

  it.each([NaN, Infinity, -1, 1.5, "", "mb", "1tb", "Infinity", "10"])("refuses %j by name", (size) => {
    expect(() => parseSize("limit", size)).toThrow(/controls\(\{ limit \}\)/);
  });
});

describe("sizeInWords", () => {
  it.each([
    [20 * 1024 ** 2, "floor", "20 MB"],
    [20 * 1024 ** 2 + 1, "ceil", "20.01 MB"],
    [1500, "floor", "1.46 kB"],
    [1023, "ceil", "1023 bytes"],
    [1024 ** 3, "floor", "1 GB"],
  ] as const)("writes %d bytes", (bytes, rounding, words) => {
    expect(sizeInWords(bytes, rounding)).toBe(words);
  });
});
