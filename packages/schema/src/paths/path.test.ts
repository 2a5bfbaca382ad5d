import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPosition, joinPath, keysOf, splitPath } from "./path.ts";

describe("joinPath", () => {
  it("joins names and positions by dots", () => {
    expect(joinPath(["cycles", 0, "angle"])).toBe("cycles.0.angle");
  });

  it("escapes dots, stars and backslashes of names", () => {
    expect(joinPath(["v1.5", "*", "a\\b"])).toBe("v1\\.5.\\*.a\\\\b");
  });

  it("writes the root and an empty name differently", () => {
    expect([[], [""], ["", ""], ["", "a"]].map(joinPath)).toEqual(["", "\\", ".", ".a"]);
  });
});

describe("splitPath", () => {
  it("reads back every path that joinPath writes", () => {
    const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("\\", ".", "*", "a", "\n") }));
    fc.assert(
      fc.property(fc.array(name), (keys) => {
        expect(splitPath(joinPath(keys))).toEqual(keys);
      }),
    );
  });

  it("ignores a backslash at the end", () => {
    expect(splitPath("a.b\\")).toEqual(["a", "b"]);
  });

  it("takes time linear in the text", () => {
    expect(splitPath("a.".repeat(200_000))).toHaveLength(200_001);
  });
});

describe("keysOf", () => {
  it("reads text, names and positions", () => {
    expect(keysOf("a.0")).toEqual(["a", "0"]);
    expect(keysOf(["a.b", 0])).toEqual(["a.b", "0"]);
  });
});

describe("isPosition", () => {
  it("accepts positions without sign or leading zeros", () => {
    expect(["0", "10", "01", "-1", "1.5", "", "length", "1e3"].filter(isPosition)).toEqual(["0", "10"]);
  });
});
