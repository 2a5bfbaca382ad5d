import { describe, expect, it } from "vitest";
import { fuzz } from "./fuzz.ts";

describe("structure and deserialize", () => {
  it("return a value or errors for any post", () => {
    const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 32);
    const { posts, values } = fuzz(Number(process.env["HEAVY_SECONDS"] ?? 60), seed);
    expect(posts).toBeGreaterThan(values);
    expect(values).toBeGreaterThan(0);
  });
});
