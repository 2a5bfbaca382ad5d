import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { time, timeWire, wallTime } from "./time.ts";

describe("time", () => {
  it("reads hours, minutes, seconds and fractions into one form", () => {
    const texts = [
      "7:5",
      "1:2:3",
      "10:20:30.5",
      "23:59:59.999999",
      "2007-01-25T10:20:30+02:00",
      "2007-01-25",
    ];
    expect(texts.map((text) => timeWire.decode(text))).toEqual([
      "07:05:00",
      "01:02:03",
      "10:20:30.500000",
      "23:59:59.999999",
      "10:20:30",
      "00:00:00",
    ]);
  });

  it("returns an invalid text for zod to report", () => {
    const texts = ["10", "1020", "23:60", "24:00", "10:20Z", " 10:20", "10:20:30.1234567", "x", "2007-01"];
    expect(texts.map((text) => timeWire.decode(text))).toEqual(texts);
    expect(texts.filter((text) => time().safeParse(text).success)).toEqual([]);
    expect(time().safeParse("x").error?.issues[0]).toMatchObject({ code: "invalid_format", format: "time" });
  });

  it("accepts every time that it reads, in the order of texts", () => {
    const times = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59), fc.nat(999_999));
    const seconds = ([h, m, s, f]: readonly number[]): number =>
      Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(f) / 1e6;
    const write = ([h, m, s, f]: readonly number[]): string =>
      wallTime(`${h}:${m}:${s}.${String(f).padStart(6, "0")}`);
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(time().parse(write(a))).toBe(write(a));
        expect(timeWire.decode(timeWire.encode(write(a)))).toBe(write(a));
        expect(write(a) < write(b)).toBe(seconds(a) < seconds(b));
      }),
    );
  });
});

describe("wallTime", () => {
  it("throws an error with the invalid text", () => {
    expect(() => wallTime("noon")).toThrow(new RangeError('A time is H:M, H:M:S or H:M:S.f, not "noon"'));
  });
});
