import { describe, expect, it } from "vitest";
import { z } from "zod";
import { email } from "./email.ts";

describe("email", () => {
  const passes = (text: string): boolean => z.string().check(email()).safeParse(text).success;

  it("accepts the addresses that browsers accept", () => {
    expect(["a@b", "first.last+tag@sub.example.org", "{x}|~@b.c"].filter((text) => !passes(text))).toEqual(
      [],
    );
    expect(["a", "a b@c.d", "a@b-.com", "a@@b.c", '"a"@b.c', "a@b.c\n"].filter(passes)).toEqual([]);
  });

  it("refuses addresses of more than 254 characters", () => {
    const host = `${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.de`;
    expect(passes(`${"a".repeat(254 - host.length - 1)}@${host}`)).toBe(true);
    expect(passes(`${"a".repeat(254 - host.length)}@${host}`)).toBe(false);
  });
});
