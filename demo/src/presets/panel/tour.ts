import { type Move, type Playable, type TurntableStatus, turnTime } from "../../turntable/index.ts";

/** Id of the tour while it plays. The ids of presets begin at 1. */
export const TOUR_ID = 0;

/**
 * Returns a tour of ten seconds from the current angle: to the left, to the right, and back to the middle. It stays between the limits
 * of the table. If a low acceleration makes a turn longer than its time, the tour takes longer.
 */
export function tourFrom({ angle = 90, settings }: Pick<TurntableStatus, "angle" | "settings">): Playable {
  const { low = 0, high = 180, acceleration } = settings ?? {};
  let from = angle;

  /** Returns a move that takes a time in seconds, with its pause. */
  function leg(to: number, speed: number, seconds: number): Move {
    const angle = Math.min(high, Math.max(low, to));
    const turn = turnTime(Math.abs(angle - from), speed, acceleration);
    from = angle;
    return { angle, speed, dwell: Math.max(0, Math.round((seconds - turn) * 1_000)) };
  }

  const first = leg(150, Math.max(1, Math.abs(150 - angle)), 2);
  const others = [leg(30, 60, 3), leg(120, 90, 2), leg(60, 60, 1.5), leg(90, 60, 1.5)];
  return { name: "Ten-second tour", repeats: 1, cycles: [[first, ...others]] };
}
