/** Degrees a second squared of a new board. */
const defaultAcceleration = 180;

/**
 * Computes the time of a turn from rest to rest. It speeds up and slows down by the acceleration, and reaches its speed on a long way only.
 *
 * @param way Degrees
 * @param speed Degrees a second
 * @param acceleration Degrees a second squared; 0 for no ramps
 * @returns seconds
 */
export function turnTime(way: number, speed: number, acceleration = defaultAcceleration): number {
  if (acceleration === 0) return way / speed;
  return way * acceleration > speed ** 2
    ? way / speed + speed / acceleration
    : 2 * Math.sqrt(way / acceleration);
}
