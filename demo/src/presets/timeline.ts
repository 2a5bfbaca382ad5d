import type { Preset } from "./preset.ts";
import { turnTime } from "../turntable/index.ts";

/** A move in time: it turns from `start` to `turned`, then waits until `end`. Times are in seconds; indexes start at 0. */
export interface Leg {
  readonly cycle: number;
  readonly move: number;
  readonly start: number;
  readonly turned: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** One round of a preset in time. */
export interface Timeline {
  readonly legs: readonly Leg[];
  /** Length of the round. */
  readonly seconds: number;
  /** Length of all rounds, without the turn to the start of the first one. */
  readonly total: number;
}

/**
 * Computes the times of a preset's moves. A repeated round begins at the last angle of the round before, a single round at its
 * first angle. The table's current position is not taken into account.
 *
 * @param acceleration Degrees a second squared. Default: that of a new board
 */
export function timeline({ cycles, repeats }: Preset, acceleration?: number): Timeline {
  const moves = cycles.flatMap((cycle, index) =>
    cycle.map((move, number) => ({ ...move, cycle: index, number })),
  );
  let angle = (repeats > 1 ? moves.at(-1) : moves[0])?.angle ?? 0;
  let seconds = 0;
  const legs = moves.map(({ cycle, number, angle: to, speed, dwell }): Leg => {
    const [start, from] = [seconds, angle];
    const turned = start + turnTime(Math.abs(to - from), speed, acceleration);
    const end = turned + dwell / 1000;
    [seconds, angle] = [end, to];
    return { cycle, move: number, start, turned, end, from, to };
  });
  return { legs, seconds, total: seconds * repeats };
}

/** Formats a duration as `9.5 s`, `2 min 5 s` or `1 h 2 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  const [unit, larger, smaller] = seconds < 3600 ? [60, "min", "s"] : [3600, "h", "min"];
  const rest = Math.round((seconds % unit) / (unit / 60));
  const whole = Math.floor(seconds / unit) + (rest === 60 ? 1 : 0);
  return rest % 60 === 0 ? `${whole} ${larger}` : `${whole} ${larger} ${rest} ${smaller}`;
}
