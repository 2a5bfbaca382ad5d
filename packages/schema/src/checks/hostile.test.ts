import { describe, expect, it } from "vitest";
import { z } from "zod";
import { date } from "../types/date.ts";
import { datetime } from "../types/datetime.ts";
import { decimal } from "../types/decimal.ts";
import { integer } from "../types/integer.ts";
import { numberWire } from "../types/number.ts";
import { time } from "../types/time.ts";
import { dataUrl } from "./data-url.ts";
import { email } from "./email.ts";
import { fileUri } from "./file-uri.ts";
import { luhn } from "./luhn.ts";
import { url } from "./url.ts";
import { uuid } from "./uuid.ts";

const many = (text: string): string => text.repeat(100_000 / text.length);

/** Long repetitions that make a pattern backtrack, each with a mismatch at its end. */
const texts = [
  "",
  "data:",
  "data:;base64,",
  "http://",
  "http://a:",
  "file:///",
  "a@",
  "1.",
  "1e",
  "2020-01-02T03:04:05.",
  "10:20:30.",
].flatMap((start) =>
  ["1", "a", "a.", "a-", " ", "\t\n", "=", "@", "0.", "[:", ";a=b", "%41", "é", "😀"].map(
    (run) => `${start}${many(run)}\u0000`,
  ),
);

describe("hostile texts", () => {
  const checks = {
    dataUrl: dataUrl(),
    email: email(),
    fileUri: fileUri(),
    luhn: luhn(),
    url: url(),
    uuid: uuid(),
  };
  for (const [name, check] of Object.entries(checks)) {
    it(`are checked by ${name} in linear time`, () => {
      expect(slowest((text) => z.string().check(check).safeParse(text))).toBeLessThan(1_000);
    });
  }

  const wires = {
    date: date().meta()?.wire,
    "date with a format": date({ format: "%A %d %B %Y %I:%M %p" }).meta()?.wire,
    datetime: datetime().meta()?.wire,
    decimal: decimal({ quantum: ".01" }).meta()?.wire,
    float: numberWire,
    integer: integer().meta()?.wire,
    time: time().meta()?.wire,
  };
  for (const [name, wire] of Object.entries(wires)) {
    it(`are read as ${name} in linear time`, () => {
      expect(slowest((text) => wire?.decode(text))).toBeLessThan(1_000);
    });
  }
});

/** Returns the time of the slowest text, in milliseconds. */
function slowest(run: (text: string) => unknown): number {
  return Math.max(
    ...texts.map((text) => {
      const start = performance.now();
      run(text);
      return performance.now() - start;
    }),
  );
}
