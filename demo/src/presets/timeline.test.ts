import { describe, expect, it } from "vitest";
import type { Preset } from "./preset.ts";
import { formatDuration, timeline } from "./timeline.ts";
import { timelinePlot } from "./timeline-plot.ts";
import { productTour } from "../testing/test-store.ts";

const once: Preset = {
  name: "Once",
  repeats: 1,
  cycles: [
    [
      { angle: 90, speed: 10, dwell: 500 },
      { angle: 0, speed: 45, dwell: 0 },
    ],
    [{ angle: 180, speed: 90, dwell: 1000 }],
  ],
};

describe("timeline", () => {
  it("turns at the speed of each move, then waits", () => {
    expect(timeline(once, 0)).toEqual({
      legs: [
        { cycle: 0, move: 0, start: 0, turned: 0, end: 0.5, from: 90, to: 90 },
        { cycle: 0, move: 1, start: 0.5, turned: 2.5, end: 2.5, from: 90, to: 0 },
        { cycle: 1, move: 0, start: 2.5, turned: 4.5, end: 5.5, from: 0, to: 180 },
      ],
      seconds: 5.5,
      total: 5.5,
    });
  });

  it("takes longer by the ramps of each turn", () => {
    expect(timeline(once).seconds).toBeCloseTo(5.5 + 45 / 180 + 90 / 180, 5);
    expect(timeline(once, 90).seconds).toBeCloseTo(5.5 + 45 / 90 + 90 / 90, 5);
  });

  it("begins a repeated round at the last angle of the round before", () => {
    const { legs, seconds, total } = timeline({ ...once, repeats: 3 }, 0);
    expect(legs[0]).toMatchObject({ from: 180, turned: 9, end: 9.5 });
    expect(total).toBe(3 * seconds);
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 s"],
    [9.46, "9.5 s"],
    [60, "1 min"],
    [119.7, "2 min"],
    [125, "2 min 5 s"],
    [3600, "1 h"],
    [3720, "1 h 2 min"],
  ])("writes %d seconds as %s", (seconds, words) => expect(formatDuration(seconds)).toBe(words));
});

describe("timelinePlot", () => {
  it("draws the angle over time", () => {
    const plot = timelinePlot(once, 0);
    expect(plot).toMatchObject({
      width: 5.5,
      path: "M0 90L0 90H0.5L2.5 180H2.5L4.5 0H5.5",
      summary: "3 moves in 2 cycles, 5.5 s",
      many: false,
    });
    expect(plot.marks.map(({ label }) => label)).toEqual(["0 s", "2 s", "4 s"]);
    expect(plot.cycles.map(({ label }) => label)).toEqual(["Cycle 1", "Cycle 2"]);
    expect(plot.dots.at(-1)).toMatchObject({ title: "Cycle 2, move 1: 180° after 4.5 s", y: 0 });
  });

  it("gives the length of all rounds in the summary", () => {
    expect(timelinePlot(productTour, 0).summary).toBe("4 moves in 2 cycles, 9.5 s a round, 2 rounds: 19 s");
  });

  it.each([0, 60_000])("plots a thousand moves with a dwell of %d ms", (dwell) => {
    const cycle = Array.from({ length: 50 }, () => ({ angle: 1, speed: 360, dwell }));
    const plot = timelinePlot({ name: "x", repeats: 1, cycles: Array.from({ length: 20 }, () => cycle) });
    expect(plot.marks.length).toBeLessThanOrEqual(6);
    expect(JSON.stringify(plot)).not.toMatch(/null|NaN/);
    expect(plot.many).toBe(true);
  });
});
