import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isReal, momentAt, START, toDate } from "./moment.ts";

describe("isReal", () => {
  it("knows the lengths of months", () => {
    const at = (year: number, month: number, day: number): boolean => isReal({ ...START, year, month, day });
    expect([at(2020, 2, 29), at(2000, 2, 29), at(2021, 12, 31)]).toEqual([true, true, true]);
    expect([
      at(2021, 2, 29),
      at(1900, 2, 29),
      at(2021, 4, 31),
      at(2021, 13, 1),
      at(0, 1, 1),
      at(2021, 1, 0),
    ]).toEqual(Array(6).fill(false));
  });

  it("refuses 24:00, leap seconds and offsets of a day", () => {
    expect(isReal({ ...START, hour: 24 })).toBe(false);
    expect(isReal({ ...START, second: 60 })).toBe(false);
    expect(isReal({ ...START, offset: 24 * 60 })).toBe(false);
    expect(isReal({ ...START, offset: NaN })).toBe(false);
  });
});

describe("toDate", () => {
  it("undoes momentAt, in any zone", () => {
    const dates = fc.date({ min: new Date("0002-01-01"), max: new Date("9998-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
        const moment = momentAt(date, offset);
        expect(isReal(moment)).toBe(true);
        expect(toDate(moment, 0)).toEqual(date);
      }),
    );
  });

  it("uses the zone for a moment without an offset, and keeps small years", () => {
    expect(toDate({ ...START, year: 99 }, 330).toISOString()).toBe("0098-12-31T18:30:00.000Z");
  });
});
