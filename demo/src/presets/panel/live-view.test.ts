import { describe, expect, it } from "vitest";
import { liveView } from "./live-view.ts";
import type { TurntableStatus } from "../../turntable/index.ts";

const ready: TurntableStatus = {
  connection: "ready",
  name: "sim",
  angle: 45.26,
  moving: true,
  playing: undefined,
  problem: undefined,
};
const playing = {
  presetId: 7,
  name: "Tour",
  repeat: 0,
  repeats: 2,
  cycle: 1,
  move: 2,
  paused: false,
};

describe("liveView", () => {
  it("rotates the picture of the laptop with the table", () => {
    expect(liveView(ready)).toMatchObject({
      angle: 45.3,
      degrees: "45.3°",
      rotation: 44.7,
      picture: "The turntable from above: the laptop on it is turned to 45°",
    });
    expect(liveView({ ...ready, angle: undefined })).toMatchObject({ angle: null, degrees: "–" });
  });

  it("tells pages the limits of the table", () => {
    expect(liveView(ready)).toMatchObject({ low: 0, high: 180 });
    const settings = { low: 20, high: 160, acceleration: 180, reverse: false };
    expect(liveView({ ...ready, settings })).toMatchObject({ low: 20, high: 160 });
  });

  it("tells pages where the table turns, and how fast", () => {
    expect(liveView({ ...ready, turn: { to: 150, speed: 30 } }).turn).toEqual({ rotation: -60, speed: 30 });
    expect(liveView(ready).turn).toBeNull();
  });

  it("announces nothing new while the table only turns", () => {
    const at = (angle: number): string => liveView({ ...ready, angle, playing }).says;
    expect(at(10)).toBe(at(11));
  });

  it.each([
    [{}, "Ready", ""],
    [{ connection: "connecting" }, "Connecting to the turntable…", ""],
    [{ connection: "lost" }, "Connection lost; trying again", ""],
    [{ playing }, "Playing “Tour”", "Round 1 of 2 · cycle 2 · move 3"],
    [{ playing: { ...playing, paused: true } }, "Paused: “Tour”", "Round 1 of 2 · cycle 2 · move 3"],
    [{ playing, connection: "lost" }, "Connection lost; “Tour” waits", "Round 1 of 2 · cycle 2 · move 3"],
  ] as const)("puts %j into words", (change, says, progress) => {
    expect(liveView({ ...ready, ...change })).toMatchObject({ says, progress });
  });
});
