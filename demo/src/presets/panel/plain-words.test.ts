import { describe, expect, it } from "vitest";
import { TurntableError, type TurntableStatus } from "../../turntable/index.ts";
import { explainFailure, explainLoss } from "./plain-words.ts";

function lost(name: string, problem: string): TurntableStatus {
  return { connection: "lost", name, angle: undefined, moving: false, playing: undefined, problem };
}

describe("explainLoss", () => {
  it.each([
    [
      "serial:/dev/ttyACM0",
      "Error: No such file or directory, cannot open /dev/ttyACM0",
      "There is no serial port /dev/ttyACM0. Plug",
    ],
    ["serial:/dev/ttyACM0", "Error: Permission denied, cannot open /dev/ttyACM0", "join the group dialout"],
    [
      "serial:/tmp/table",
      "Inappropriate ioctl for device setting custom baud rate of 115200.",
      "/tmp/table is not a serial port. Set TURNTABLE to the port of the board",
    ],
    ["serial:COM3", "The serial port was closed", "Check the cable"],
    [
      "serial:COM3",
      "No turntable answers. Check its cable and power, and its firmware",
      "Upload the firmware",
    ],
    ["tcp:10.0.0.9:7777", "connect ECONNREFUSED 10.0.0.9:7777", "Nothing listens at 10.0.0.9:7777. Start"],
    ["tcp:localhost:7777", "", "Nothing listens at localhost:7777."],
    ["tcp:tabel:7777", "getaddrinfo ENOTFOUND tabel", "The host of tabel:7777 was not found."],
    ["tcp:10.0.0.9:7777", "Connecting took longer than 5000 ms", "Connecting to 10.0.0.9:7777 failed."],
    ["tcp:10.0.0.9:7777", "The other side closed the connection", "Check that it still runs."],
    ["sim", "The turntable did not answer within 3000 ms", "does not answer any more"],
    ["sim", "Error: something new", "Something new."],
  ])('tells for %s and "%s" what to do', (name, problem, words) => {
    expect(explainLoss(lost(name, problem))).toContain(words);
    expect(explainLoss(lost(name, problem))).not.toContain("Error:");
  });
});

describe("explainFailure", () => {
  it("does not nest the reasons of a lost connection", () => {
    const reason = "connect ECONNREFUSED 10.0.0.9:7777";
    const error = new TurntableError("lost", `The connection to the turntable is lost: ${reason}.`);
    expect(explainFailure(error, lost("tcp:10.0.0.9:7777", reason))).toBe(
      "The turntable is not connected. Nothing listens at 10.0.0.9:7777. Start the bridge there, or correct the address in TURNTABLE.",
    );
    expect(explainFailure(error, { ...lost("sim", ""), connection: "connecting" })).toBe(
      "The turntable is not connected yet. Try again in a moment.",
    );
  });

  it("adds what to do to other failures", () => {
    expect(explainFailure(new TurntableError("restarted", "The turntable restarted."), lost("sim", ""))).toBe(
      "The turntable restarted. Try again.",
    );
  });
});
