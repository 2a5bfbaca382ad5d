import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wire } from "../wire/wire.ts";
import { datetime, datetimeWire } from "./datetime.ts";

describe("datetime", () => {
  it("is a point in time", () => {
    const noon = new Date("2020-01-02T12:00:00Z");
    for (const text of ["2020-01-02T12:00", "2020-01-02 14:00+02:00", "20200102T1200Z"]) {
      expect(datetimeWire().decode(text)).toEqual(noon);
    }
    expect(datetimeWire().encode(noon)).toBe("2020-01-02T12:00:00+00:00");
    expect(datetime().parse(noon)).toBe(noon);
  });

  it("reads and shows times in its zone", () => {
    const wire = datetimeWire({ defaultZone: "+05:30" });
    expect(wire.decode("2020-01-02")).toEqual(new Date("2020-01-01T18:30:00Z"));
    expect(wire.encode(new Date("2020-01-01T18:30:00Z"))).toBe("2020-01-02T00:00:00+05:30");
  });

  it("shows no offset without a zone", () => {
    expect(datetimeWire({ defaultZone: null }).encode(new Date("2020-01-02T03:04:05.5Z"))).toBe(
      "2020-01-02T03:04:05.500000",
    );
  });

  it("reads and writes a format", () => {
    const wire = datetimeWire({ format: "%d.%m.%Y %I:%M %p", defaultZone: "+01:00" });
    expect(wire.decode("02.01.2020 11:30 PM")).toEqual(new Date("2020-01-02T22:30:00Z"));
    expect(wire.encode(new Date("2020-01-02T22:30:00Z"))).toBe("02.01.2020 11:30 PM");
  });

  it("drops digits beyond a millisecond", () => {
    expect(datetimeWire().decode("2020-01-02T03:04:05.123999Z")).toEqual(
      new Date("2020-01-02T03:04:05.123Z"),
    );
  });

  it("reads back every point in time that it writes", () => {
    const dates = fc.date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom("utc" as const, "+05:30" as const, "-11:00" as const, null),
        (date, defaultZone) => {
          const wire = datetimeWire({ defaultZone });
          expect(wire.decode(wire.encode(date))).toEqual(date);
        },
      ),
    );
  });

  it("prints a value that is not a point in time", () => {
    const wire: Wire | undefined = datetime().meta()?.wire;
    expect(["x", 5, new Date(NaN)].map((value) => wire?.encode(value))).toEqual(["x", "5", "Invalid Date"]);
  });

  it("throws an error with the invalid zone", () => {
    expect(() => datetime({ defaultZone: "+25h" })).toThrow(RangeError);
  });
});
