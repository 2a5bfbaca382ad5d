import { describe, expect, it } from "vitest";
import { timeline } from "../timeline.ts";
import { tourFrom } from "./tour.ts";

describe("tourFrom", () => {
  it.each([0, 45.5, 90, 149.5, 150, 180])("takes ten seconds from %d°", (angle) => {
    const { cycles } = tourFrom(angle);
    const start = { angle, speed: 1, dwell: 0 };
    const moves = cycles.flat();
    expect(moves.every(({ speed }) => speed >= 1 && speed <= 360)).toBe(true);
    const { seconds } = timeline({ name: "Tour", repeats: 1, cycles: [[start, ...moves]] });
    expect(seconds).toBeCloseTo(10, 2);
  });
});
