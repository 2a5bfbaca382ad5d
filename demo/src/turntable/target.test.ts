import { describe, expect, it } from "vitest";
import { parseBridge, parseTarget } from "./target.ts";

describe("parseTarget", () => {
  it("defaults to the simulator", () => {
    expect(parseTarget()).toEqual({ kind: "sim" });
    expect(parseTarget("")).toEqual({ kind: "sim" });
    expect(parseTarget("sim")).toEqual({ kind: "sim" });
  });

  it("parses a serial port and an address", () => {
    expect(parseTarget("serial:/dev/ttyACM0")).toEqual({ kind: "serial", path: "/dev/ttyACM0" });
    expect(parseTarget("serial:COM3")).toEqual({ kind: "serial", path: "COM3" });
    expect(parseTarget("tcp:table.local:7777")).toEqual({ kind: "tcp", host: "table.local", port: 7777 });
    expect(parseTarget("tcp:[::1]:7777")).toEqual({ kind: "tcp", host: "::1", port: 7777 });
  });

  it.each([
    "simulator",
    "serial:",
    "tcp:",
    "tcp:host",
    "tcp:host:0",
    "tcp:host:65536",
    "tcp:::1:7777",
    "tcp:a b:1",
    "/dev/ttyACM0",
  ])("refuses %s", (text) => {
    const expected = `TURNTABLE must be "sim", "serial:PATH" or "tcp:HOST:PORT", not "${text}".`;
    expect(() => parseTarget(text)).toThrow(expected);
  });
});

describe("parseBridge", () => {
  it("defaults to loopback", () => {
    expect(parseBridge()).toEqual({ host: "127.0.0.1", port: 7777 });
    expect(parseBridge("")).toEqual({ host: "127.0.0.1", port: 7777 });
  });

  it("parses an address, and off", () => {
    expect(parseBridge("0.0.0.0:0")).toEqual({ host: "0.0.0.0", port: 0 });
    expect(parseBridge("off")).toBeUndefined();
  });

  it.each(["7777", ":7777", "on", "host:99999"])("refuses %s", (text) => {
    expect(() => parseBridge(text)).toThrow(`TURNTABLE_BRIDGE must be "HOST:PORT" or "off", not "${text}".`);
  });
});
