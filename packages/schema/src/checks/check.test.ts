import { describe, expect, it } from "vitest";
import { z } from "zod";
import { check, report } from "./check.ts";

describe("check", () => {
  const even = check<number>("invalid", (value) => value % 2 === 0, { step: 2 });

  it("reports its id and values, and leaves the message to the catalogue", () => {
    const result = z
      .number()
      .check(even)
      .safeParse(3, { error: () => "from the catalogue" });
    expect(result.error?.issues).toEqual([
      { code: "custom", path: [], params: { id: "invalid", step: 2 }, message: "from the catalogue" },
    ]);
  });

  it("prefers its own message", () => {
    const odd = check<number>("invalid", () => false, {}, { message: "${val} is odd" });
    expect(
      z
        .number()
        .check(odd)
        .safeParse(3, { error: () => "from the catalogue" }).error?.issues[0]?.message,
    ).toBe("${val} is odd");
  });

  it("lets the checks after it run", () => {
    expect(z.number().check(even, even).safeParse(3).error?.issues).toHaveLength(2);
  });
});

describe("report", () => {
  it("adds an issue as a check does", () => {
    const type = z.string().check(z.check<string>((payload) => report(payload, "base64", { message: "No" })));
    expect(type.safeParse("x").error?.issues).toEqual([
      { code: "custom", path: [], params: { id: "base64" }, message: "No" },
    ]);
  });
});
