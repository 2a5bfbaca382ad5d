import { Decimal } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { printData } from "./print-data.ts";

describe("printData", () => {
  it("names the types that JSON lacks", () => {
    const data = {
      on: new Date(0),
      price: Decimal("1.50"),
      count: 12n,
      share: Infinity,
      tags: new Set(["a", "b"]),
      sizes: new Map([["S", 1]]),
      photo: new File(["abc"], "a.png", { type: "image/png" }),
      note: undefined,
      list: [null, true, "{\n"],
    };
    const text = printData(data);
    expect(JSON.parse(text)).toEqual({
      on: { Date: "1970-01-01T00:00:00.000Z" },
      price: { Decimal: "1.50" },
      count: { bigint: "12" },
      share: { number: "Infinity" },
      tags: { Set: ["a", "b"] },
      sizes: { Map: [["S", 1]] },
      photo: { File: { name: "a.png", size: 3, type: "image/png" } },
      list: [null, true, "{\n"],
    });
    expect(text).toContain('\n  "price": { "Decimal": "1.50" },\n');
  });

  it("keeps data that looks like a named type", () => {
    const data = { "a\n": '{ "Date": "x" }', Date: "x" };
    expect(JSON.parse(printData(data))).toEqual(data);
  });
});
