import type { Playable } from "../../turntable/index.ts";

/** Id of the tour while it plays. The ids of presets begin at 1. */
export const TOUR_ID = 0;

/**
 * Returns a tour of ten seconds: to the left, to the right, and back to the middle.
 *
 * @param angle Current angle in degrees. The first turn and its pause take two seconds from there
 */
export function tourFrom(angle: number): Playable {
  const way = Math.abs(150 - angle);
  const speed = Math.max(1, way);
  return {
    name: "Ten-second tour",
    repeats: 1,
    cycles: [
      [
        { angle: 150, speed, dwell: Math.round(2000 - (way / speed) * 1000) },
        { angle: 30, speed: 60, dwell: 1000 },
        { angle: 120, speed: 90, dwell: 1000 },
        { angle: 60, speed: 60, dwell: 500 },
        { angle: 90, speed: 60, dwell: 1000 },
      ],
    ],
  };
}
