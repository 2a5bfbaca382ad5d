import { describe, expect, it } from "vitest";
import { formatIsoDate, formatIsoTime, formatOffset, parseIso, parseOffset } from "./iso8601.ts";

describe("parseIso", () => {
  it("reads dates with and without a time, a month, a day or dashes", () => {
    const texts = ["2020-01-02", "2020-1-2", "20200102", "2020-01", "2020"];
    const days = texts.map((text) => parseIso(text)).map((moment) => moment && formatIsoDate(moment));
    expect(days).toEqual(["2020-01-02", "2020-01-02", "2020-01-02", "2020-01-01", "2020-01-01"]);
  });

  it("reads times to the microsecond", () => {
    const texts = ["03", "0304", "03:04", "030405", "03:04:5", "03:04:05.5", "03:04:05,1234567"];
    const times = texts
      .map((text) => parseIso(`2020-01-02T${text}`))
      .map((moment) => moment && formatIsoTime(moment));
    expect(times).toEqual([
      "03:00:00",
      "03:04:00",
      "03:04:00",
      "03:04:05",
      "03:04:05",
      "03:04:05.500000",
      "03:04:05.123456",
    ]);
  });

  it("reads zones", () => {
    const offset = (zone: string): unknown => parseIso(`2020-01-02 03:04${zone}`)?.offset;
    expect(["", "Z", "+02", "+02:", "-0530", "+23:59"].map(offset)).toEqual([
      undefined,
      0,
      120,
      120,
      -330,
      1439,
    ]);
  });

  it("reads nothing else", () => {
    const texts = [
      "",
      " 2020-01-02",
      "2020-01-02 ",
      "2020-01-02T",
      "2020-01-02Z",
      "2020-01T03",
      "202001",
      "2020-W01-1",
      "2020-001",
      "2020-13-01",
      "2021-02-29",
      "10000-01-01",
      "-2020-01-01",
      "2020-01-02T24:00",
      "2020-01-02T03:04z",
      "2020-01-02T03:04 Z",
      "2020-01-02T03:04+24:00",
      "2020-01-02T03:04+02:60",
    ];
    expect(texts.filter((text) => parseIso(text))).toEqual([]);
  });
});

describe("formatOffset", () => {
  it("is undone by parseOffset", () => {
    for (let offset = -1439; offset < 1440; offset++) {
      expect(parseOffset(formatOffset(offset))).toBe(offset);
      expect(parseOffset(formatOffset(offset, ""))).toBe(offset);
    }
  });
});
