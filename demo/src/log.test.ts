import { describe, expect, it } from "vitest";
import { jsonLog, readLogLevel } from "./log.ts";

describe("jsonLog", () => {
  it("writes a line of JSON for messages of its level or more severe", () => {
    const lines: string[] = [];
    const log = jsonLog("warn", (line) => lines.push(line));
    log("info", "nothing");
    log("error", "lost", { id: 7 });
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      { time: expect.stringMatching(/^\d{4}-.*Z$/), level: "error", msg: "lost", id: 7 },
    ]);
  });

  it("can be silent", () => {
    const lines: string[] = [];
    jsonLog("silent", (line) => lines.push(line))("error", "lost");
    expect(lines).toEqual([]);
  });
});

describe("readLogLevel", () => {
  it("defaults to info and refuses unknown levels", () => {
    expect(readLogLevel("")).toBe("info");
    expect(readLogLevel("debug")).toBe("debug");
    expect(() => readLogLevel("loud")).toThrow(
      'LOG_LEVEL must be one of silent, error, warn, info, debug, not "loud".',
    );
  });
});
