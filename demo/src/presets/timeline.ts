import type { Preset } from "./preset.ts";

/** A move in time: it turns from `start` to `turned`, and waits until `end`. Seconds, degrees; counted from 0. */
export interface Leg {
  readonly cycle: number;
  readonly move: number;
  readonly start: number;
  readonly turned: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** One round of a preset, all its cycles, in time. */
export interface Timeline {
  readonly legs: readonly Leg[];
  /** How long the round takes. */
  readonly seconds: number;
  /** How long all rounds take, but for the turn to where the first one begins. */
  readonly total: number;
}

/**
 * Lays a preset's moves out in time. A round that is repeated begins where the one before ended, one that is not at its first angle:
 * from where the table happens to stand is another matter.
 */
export function timeline({ cycles, repeats }: Preset): Timeline {
  const moves = cycles.flatMap((cycle, index) =>
    cycle.map((move, number) => ({ ...move, cycle: index, number })),
  );
  let angle = (repeats > 1 ? moves.at(-1) : moves[0])?.angle ?? 0;
  let seconds = 0;
  const legs = moves.map(({ cycle, number, angle: to, speed, dwell }): Leg => {
    const [start, from] = [seconds, angle];
    const turned = start + Math.abs(to - from) / speed;
    const end = turned + dwell / 1000;
    [seconds, angle] = [end, to];
    return { cycle, move: number, start, turned, end, from, to };
  });
  return { legs, seconds, total: seconds * repeats };
}

/** Such as `9.5 s`, `2 min 5 s`, `1 h 2 min`. */
export function durationInWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  const [unit, larger, smaller] = seconds < 3600 ? [60, "min", "s"] : [3600, "h", "min"];
  const rest = Math.round((seconds % unit) / (unit / 60));
  const whole = Math.floor(seconds / unit) + (rest === 60 ? 1 : 0);
  return rest % 60 === 0 ? `${whole} ${larger}` : `${whole} ${larger} ${rest} ${smaller}`;
}
