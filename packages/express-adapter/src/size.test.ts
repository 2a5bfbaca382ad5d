import { describe, expect, it } from "vitest";
import { parseSize } from "./size.ts";

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
