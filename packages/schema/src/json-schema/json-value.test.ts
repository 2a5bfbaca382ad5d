import { describe, expect, it } from "vitest";
import { z } from "zod";
import { date } from "../types/date.ts";
import { decimal, Decimal } from "../types/decimal.ts";
import { plainMetadata, toJSONValue } from "./json-value.ts";

describe("toJSONValue", () => {
  it("keeps JSON values unchanged", () => {
    for (const value of [null, true, 1, "a", [1, { a: null }]])
      expect(toJSONValue(z.any(), value)).toEqual(value);
  });

  it("writes values as the texts that a form posts", () => {
    expect(toJSONValue(date().optional(), new Date("2020-02-29"))).toBe("2020-02-29");
    expect(toJSONValue(decimal(), Decimal("1.50"))).toBe("1.50");
    expect(toJSONValue(z.bigint(), 5n)).toBe("5");
  });

  it("writes other values as something similar", () => {
    const value = { when: new Date(1), set: new Set([1n]), map: new Map([["a", Decimal("1.0")]]) };
    expect(toJSONValue(z.object(), value)).toEqual({
      when: "1970-01-01T00:00:00.001Z",
      set: ["1"],
      map: [["a", "1.0"]],
    });
    expect([NaN, () => 1, new Date(NaN), new Blob([])].map((each) => toJSONValue(z.any(), each))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("plainMetadata", () => {
  it("leaves out a wire and its other metadata", () => {
    expect(plainMetadata(date().meta({ title: "Day" }))).toEqual({ title: "Day" });
    expect(plainMetadata(z.string().meta({ kind: "colour" }))).toEqual({ kind: "colour" });
    expect(plainMetadata(z.string())).toEqual({});
  });
});
