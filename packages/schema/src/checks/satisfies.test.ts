import { describe, expect, it } from "vitest";
import { z } from "zod";
import { satisfies } from "./satisfies.ts";

describe("satisfies", () => {
  const issueOf = (verdict: unknown, message?: string): unknown =>
    z
      .string()
      .check(satisfies(() => verdict, { message }))
      .safeParse("x", { error: () => "unset" }).error?.issues[0];

  it("passes for truthy results except texts", () => {
    expect([true, 1, {}, []].map((verdict) => issueOf(verdict))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("fails for falsy results", () => {
    for (const verdict of [false, 0, null, undefined, ""]) {
      expect(issueOf(verdict)).toMatchObject({ params: { id: "invalid" }, message: "unset" });
      expect(issueOf(verdict, "nope")).toMatchObject({ message: "nope" });
    }
  });

  it("fails with a text that the function returns", () => {
    expect(issueOf("${val} is taken", "nope")).toMatchObject({ message: "${val} is taken" });
  });

  it("waits for a promise", async () => {
    const type = z.string().check(satisfies(async (name) => name !== "foo" || "taken"));
    expect((await type.safeParseAsync("foo")).error?.issues[0]?.message).toBe("taken");
    expect((await type.safeParseAsync("bar")).success).toBe(true);
  });
});
