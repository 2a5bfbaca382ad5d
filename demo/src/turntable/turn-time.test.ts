import { describe, expect, it } from "vitest";
import { TalkingUno } from "./testing/talking-uno.ts";
import { turnTime } from "./turn-time.ts";

describe("turnTime", () => {
  it.each([
    [180, 90, 2.5],
    [90, 360, 1.414],
    [0, 90, 0],
  ])("takes %d° at %d °/s with its ramps", (way, speed, seconds) => {
    expect(turnTime(way, speed)).toBeCloseTo(seconds, 2);
  });

  it("has no ramps at an acceleration of 0", () => {
    expect(turnTime(90, 45, 0)).toBe(2);
  });

  it.each([
    [90, 60, 180],
    [10, 360, 90],
    [90, 33.5, 1_000],
    [45, 90, 0],
  ])("agrees with the firmware about %d° at %d °/s and %d °/s²", (way, speed, acceleration) => {
    const table = new TalkingUno();
    table.after("", 100);
    table.after(`A${acceleration}\n`, 100);
    const expected = turnTime(way, speed, acceleration) * 1_000;
    expect(table.after(`M1:${90 - way}@${speed}\n`, expected - 30)).toBe("Ack: 1\n");
    expect(table.after("", 60)).toContain("Done: 1");
  });
});
