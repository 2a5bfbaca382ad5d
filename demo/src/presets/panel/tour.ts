import { type Move, type Playable, turnTime } from "../../turntable/index.ts";

/** Id of the tour while it plays. The ids of presets begin at 1. */
export const TOUR_ID = 0;

/**
 * Returns a tour of ten seconds at a new board's acceleration: to the left, to the right, and back to the middle.
 *
 * @param angle Current angle in degrees. The first turn and its pause take two seconds from there
 */
export function tourFrom(angle: number): Playable {
  const speed = Math.max(1, Math.abs(150 - angle));
  return {
    name: "Ten-second tour",
    repeats: 1,
    cycles: [
      [
        leg(angle, 150, speed, 2),
        leg(150, 30, 60, 3),
        leg(30, 120, 90, 2),
        leg(120, 60, 60, 1.5),
        leg(60, 90, 60, 1.5),
      ],
    ],
  };
}

/** Returns a move that takes a time in seconds, with its pause. */
function leg(from: number, angle: number, speed: number, seconds: number): Move {
  return { angle, speed, dwell: Math.round((seconds - turnTime(Math.abs(angle - from), speed)) * 1_000) };
}
