import { describe, expect, it } from "vitest";
import { z } from "zod";
import { containsOnly } from "./contains-only.ts";

describe("containsOnly", () => {
  const colours = containsOnly(["r", "g", "b"]);

  it("accepts arrays and sets of its choices, repeated or none", () => {
    expect(z.array(z.string()).check(colours).safeParse(["r", "r"]).success).toBe(true);
    expect(z.set(z.string()).check(colours).safeParse(new Set()).success).toBe(true);
  });

  it("reports one issue for any number of wrong items", () => {
    const result = z.array(z.string()).check(colours).safeParse(["x", "y", "r"]);
    expect(result.error?.issues).toHaveLength(1);
    expect(result.error?.issues[0]).toMatchObject({ params: { id: "containsOnly" } });
  });
});
