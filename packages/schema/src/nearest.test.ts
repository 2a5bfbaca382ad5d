import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const words = ["name", "title", "description"];

describe("nearest", () => {
  it.each([
    ["tilte", "title"],
    ["Title", "title"],
    ["nmae", "name"],
    ["desciptoin", "description"],
    ["titel", "title"],
    ["speed", undefined],
    ["", undefined],
    ["x".repeat(1_000_000), undefined],
  ])("finds a word a third of whose letters are wrong", (misspelt, word) => {
    expect(nearest(misspelt, words)).toBe(word);
  });
});

describe("the limit of nearest", () => {
  it.each(["tilte", "titl", "tittle", "tidle", "TITLE"])("counts %s as one wrong letter at most", (typed) => {
    expect(nearest(typed, words, 1)).toBe("title");
  });

  it.each(["tlite_", "ttl", "tidlee"])("counts %s as more", (typed) => {
    expect(nearest(typed, words, 1)).toBeUndefined();
  });
});
