import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

function split(limit: number, chunks: readonly string[]): { lines: string[]; partial: boolean } {
  const lines: string[] = [];
  const splitter = new LineSplitter(limit, {
    line: (line) => lines.push(line),
    tooLong: () => lines.push("too long"),
  });
  for (const chunk of chunks) splitter.add(Buffer.from(chunk, "latin1"));
  return { lines, partial: splitter.partial };
}

describe("LineSplitter", () => {
  it("ends lines at CR, LF and CR LF", () => {
    expect(split(9, ["1\r2\n3\r\n\n4\r\r5"])).toEqual({ lines: ["1", "2", "3", "", "4", ""], partial: true });
  });

  it("reports a long line at its end, then continues with the next line", () => {
    expect(split(3, ["123\n1234", "567\n8\n"])).toEqual({ lines: ["123", "too long", "8"], partial: false });
  });

  it("finds the same lines in any chunks, and keeps every byte", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
        const text = Buffer.from(bytes).toString("latin1");
        const chunks = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
        const { lines } = split(1_000, chunks);
        expect(lines).toEqual(text.split(/\r\n|\r|\n/).slice(0, -1));
      }),
    );
  });
});
