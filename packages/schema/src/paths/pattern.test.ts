import { describe, expect, it } from "vitest";
import { ANY_NAME, ANY_POSITION, BESIDE, type Edge, INSIDE } from "./edge.ts";
import { Pattern } from "./pattern.ts";

function matches(text: string, ...edges: readonly Edge[]): boolean {
  const pattern = new Pattern(text);
  return pattern.accepts(edges.reduce((state, edge) => pattern.next(state, edge), pattern.start));
}

describe("Pattern", () => {
  it("matches names, and any name with `*`", () => {
    expect(matches("a.b", "a", "b")).toBe(true);
    expect(matches("a.*", "a", "b")).toBe(true);
    expect(matches("a.*", "a")).toBe(false);
    expect(matches("a", "b")).toBe(false);
    expect(matches("")).toBe(true);
  });

  it("matches items by positions, values of records by names", () => {
    expect(matches("*", ANY_POSITION)).toBe(true);
    expect(matches("7", ANY_POSITION)).toBe(true);
    expect(matches("x", ANY_POSITION)).toBe(false);
    expect(matches("x", ANY_NAME)).toBe(true);
  });

  it("matches any number of levels by `**`", () => {
    const paths = [[], ["b"], ["a", "b"], ["a", "a", "b"], ["b", "a"]];
    expect(paths.map((path) => matches("**.b", ...path))).toEqual([false, true, true, true, false]);
    expect(paths.map((path) => matches("**", ...path))).toEqual([true, true, true, true, true]);
    expect(paths.map((path) => matches("**.a.**", ...path))).toEqual([false, false, true, true, true]);
  });

  it("keeps its state inside a wrapper, and matches nothing beside one", () => {
    expect(matches("a", INSIDE, "a", INSIDE)).toBe(true);
    expect(matches("**", BESIDE)).toBe(false);
  });

  it("reads an escaped star as a name", () => {
    expect(matches("\\*", "*")).toBe(true);
    expect(matches("\\*", "a")).toBe(false);
  });
});
