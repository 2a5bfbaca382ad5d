import { describe, expect, it } from "vitest";
import { timeline } from "../timeline.ts";
import { tourFrom } from "./tour.ts";

describe("tourFrom", () => {
  it.each([0, 45.5, 90, 149.5, 150, 180])("takes ten seconds from %d°", (angle) => {
    const { cycles } = tourFrom({ angle });
    const start = { angle, speed: 1, dwell: 0 };
    const moves = cycles.flat();
    expect(moves.every(({ speed }) => speed >= 1 && speed <= 360)).toBe(true);
    const { seconds } = timeline({ name: "Tour", repeats: 1, cycles: [[start, ...moves]] });
    expect(seconds).toBeCloseTo(10, 2);
  });

  it("stays between the limits of the table, and never waits for less than no time", () => {
    const settings = { low: 60, high: 100, acceleration: 5, reverse: false };
    const moves = tourFrom({ angle: 90, settings }).cycles.flat();
    expect(moves.map(({ angle }) => angle)).toEqual([100, 60, 100, 60, 90]);
    expect(moves.every(({ dwell }) => dwell >= 0)).toBe(true);
  });
});
