import { describe, expect, it } from "vitest";
import { readIntelHex } from "./intel-hex.ts";

const end = ":00000001FF";

describe("readIntelHex", () => {
  it("puts bytes at their addresses, the low byte of a word first", () => {
    expect([...readIntelHex(`:0400020001020304F0\r\n${end}\r\n`, 8)]).toEqual([0, 0x0201, 0x0403, 0]);
  });

  it.each([
    [":0400020001020304F1", "must be an Intel HEX record with a valid checksum"],
    ["0400020001020304F0", "must be an Intel HEX record with a valid checksum"],
    [":04000200010203F4", "must be an Intel HEX record with a valid checksum"],
    [":020000021000EC", "Line 1 of the image is a record of type 2; only 0 and 1 are supported."],
    [":0400060001020304EC", "Line 1 of the image ends at byte 10; the flash has 8."],
  ])("refuses %j", (line, message) => {
    expect(() => readIntelHex(`${line}\n${end}`, 8)).toThrow(message);
  });

  it("refuses a truncated image", () => {
    expect(() => readIntelHex(":0400020001020304F0\n", 8)).toThrow("no end record in its 1 lines");
  });
});
