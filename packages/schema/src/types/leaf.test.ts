import { describe, expect, it } from "vitest";
import { z } from "zod";
import { leaf } from "./leaf.ts";

describe("leaf", () => {
  const isYear = (value: unknown): value is number => typeof value === "number" && value > 0;
  const year = leaf(
    isYear,
    "notNumber",
    { decode: Number, encode: String },
    { kind: "year", values: { unit: "AD" } },
  );

  it("accepts the values of its guard", () => {
    expect(year.safeParse(2020)).toMatchObject({ success: true, data: 2020 });
  });

  it("reports other values by id and leaves the message to the catalogue", () => {
    expect(year.safeParse("x", { error: () => "from the catalogue" }).error?.issues).toEqual([
      {
        code: "custom",
        path: [],
        params: { id: "notNumber", leaf: true, unit: "AD" },
        message: "from the catalogue",
      },
    ]);
  });

  it("keeps its metadata with checks and inside wrappers", () => {
    const even = year.refine((value) => value % 2 === 0).meta({ title: "Year" });
    expect(even.meta()).toMatchObject({ kind: "year", title: "Year", wire: { encode: String } });
    const type = z.object({ a: year.optional(), b: year.default(1), c: even.nullable() });
    expect(type.parse({ c: null })).toEqual({ b: 1, c: null });
    expect(type.safeParse({ c: 3 }).success).toBe(false);
  });

  it("runs no check on a value of another type", () => {
    expect(year.refine(() => false).safeParse("x").error?.issues).toHaveLength(1);
  });
});
