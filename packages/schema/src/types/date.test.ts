import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { date, dateWire } from "./date.ts";

describe("date", () => {
  it("is the start of the day in UTC", () => {
    expect(dateWire().decode("2020-02-29")).toEqual(new Date("2020-02-29T00:00:00Z"));
  });

  it("reads the day of a text with a time, in any zone", () => {
    expect(dateWire().decode("2020-01-02T23:59:59-11:00")).toEqual(new Date("2020-01-02"));
  });

  it("reads and writes a format", () => {
    const wire = dateWire({ format: "%d/%m/%Y" });
    expect(wire.decode("2/1/2020")).toEqual(new Date("2020-01-02"));
    expect(wire.encode(new Date("2020-01-02"))).toBe("02/01/2020");
    expect(wire.decode("2020-01-02")).toBe("2020-01-02");
  });

  it("reads back every day that it writes", () => {
    const days = fc.integer({ min: -719162, max: 2932896 }).map((day) => new Date(day * 86_400_000));
    fc.assert(
      fc.property(days, (day) => {
        expect(dateWire().decode(dateWire().encode(day))).toEqual(day);
      }),
    );
  });

  it("has zod's limits", () => {
    const type = date().min(new Date("2020-01-01"));
    expect(type.safeParse(new Date("2019-12-31")).error?.issues[0]).toMatchObject({ code: "too_small" });
    expect(type.meta()).toMatchObject({ kind: "date" });
  });
});
