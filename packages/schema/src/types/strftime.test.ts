import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIsoDate, formatIsoTime } from "./iso8601.ts";
import { momentAt, START } from "./moment.ts";
import { strftime } from "./strftime.ts";

const day = (format: string, text: string): unknown => {
  const moment = strftime(format).parse(text);
  return moment && formatIsoDate(moment);
};
const time = (format: string, text: string): unknown => {
  const moment = strftime(format).parse(text);
  return moment && formatIsoTime(moment);
};

describe("strftime", () => {
  it("reads days, with leading zeros or without", () => {
    expect(day("%d/%m/%Y", "2/1/2020")).toBe("2020-01-02");
    expect(day("%Y%m%d", "2020131")).toBe("2020-01-31");
    expect(day("%d.%m.%y", "01.02.68")).toBe("2068-02-01");
    expect(day("%d.%m.%y", "01.02.69")).toBe("1969-02-01");
  });

  it("reads English names in any case", () => {
    expect(day("%A, %d %B %Y", "friday,  05 MARCH 2021")).toBe("2021-03-05");
    expect(day("%a %d %b %Y", "Fri 5 Mar 2021")).toBe("2021-03-05");
    expect(day("%d %B %Y", "5 Mar 2021")).toBeUndefined();
  });

  it("reads twelve-hour clocks", () => {
    const texts = ["12:00 am", "1:05 AM", "12:00 PM", "11:59 pm", "13:00 pm", "0:00 am"];
    expect(texts.map((text) => time("%I:%M %p", text))).toEqual([
      "00:00:00",
      "01:05:00",
      "12:00:00",
      "23:59:00",
      undefined,
      undefined,
    ]);
  });

  it("reads fractions and zones", () => {
    expect(time("%H:%M:%S.%f", "1:2:3.5")).toBe("01:02:03.500000");
    expect(strftime("%z").parse("+0200")?.offset).toBe(120);
    expect(strftime("%z").parse("z")?.offset).toBe(0);
  });

  it("reads only whole texts and existing days", () => {
    expect(day("%Y-%m-%d", "2020-01-02x")).toBeUndefined();
    expect(day("%Y-%m-%d", "2021-02-29")).toBeUndefined();
    expect(day("100%% (%Y)", "100% (2020)")).toBe("2020-01-01");
  });

  it("fills missing fields from 1900-01-01", () => {
    expect(strftime("%H").parse("5")).toEqual({ ...START, hour: 5 });
  });

  it("reads back what it writes", () => {
    const dates = fc.date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true });
    const formats = [
      "%Y-%m-%dT%H:%M:%S.%f%z",
      "%A %d %B %Y %I:%M:%S.%f %p %z",
      "%a %b %d %Y %z %H%M%S%f",
    ].map(strftime);
    fc.assert(
      fc.property(dates, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
        const moment = momentAt(date, offset);
        for (const format of formats) expect(format.parse(format.format(moment))).toEqual(moment);
      }),
    );
  });

  it("throws an error with the unknown letter", () => {
    expect(() => strftime("%d %Q")).toThrow(
      new RangeError('Unknown directive "%Q" in the date format "%d %Q"'),
    );
  });
});
