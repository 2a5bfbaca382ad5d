import { describe, expect, it } from "vitest";
import { z } from "zod";
import { all, any } from "./combine.ts";
import { email } from "./email.ts";
import { regex } from "./regex.ts";
import { satisfies } from "./satisfies.ts";

const phone = regex(/\+\d+$/, { message: "Not a phone number" });
const long = z.minLength(3, "Too short");

function messages(check: z.core.$ZodCheck<string>, text: string): unknown {
  return z
    .string()
    .check(check)
    .safeParse(text, { error: () => "unset" })
    .error?.issues.map(({ message }) => message);
}

describe("any", () => {
  it("passes when one of its checks does", () => {
    expect(messages(any(email(), phone), "a@b.c")).toBeUndefined();
    expect(messages(any(email(), phone), "+123")).toBeUndefined();
    expect(messages(any(all(long, email()), phone), "+1")).toBeUndefined();
  });

  it("reports the issues of all when none passes", () => {
    expect(messages(any(email(), phone), "x")).toEqual(["unset", "Not a phone number"]);
  });

  it("passes when it has no checks", () => {
    expect(messages(any(), "x")).toBeUndefined();
  });

  it("waits for an asynchronous check", async () => {
    const type = z.string().check(
      any(
        satisfies(async (text: string) => text === "slow"),
        email(),
      ),
    );
    expect((await type.safeParseAsync("slow")).success).toBe(true);
    expect((await type.safeParseAsync("x")).success).toBe(false);
  });
});

describe("all", () => {
  it("keeps the issues of every check that fails", () => {
    expect(messages(all(long, phone), "a")).toEqual(["Too short", "Not a phone number"]);
    expect(messages(all(long, phone), "+12")).toBeUndefined();
  });

  it("reports at the place of the value", () => {
    const type = z.object({ list: z.array(z.string().check(all(long))) });
    expect(type.safeParse({ list: ["abc", "a"] }).error?.issues[0]?.path).toEqual(["list", 1]);
  });
});
