/** How long to wait before another attempt; times in ms. */
export interface BackoffOptions {
  /** The longest wait after one failure (default 250); it doubles with each further one. */
  readonly first?: number;
  /** The longest wait of all (default 10,000). */
  readonly limit?: number;
}

/**
 * Says how long to wait before another attempt: exponentially longer, and by chance up to half as long, so that many
 * don't come at once.
 *
 * @param failures Attempts that failed one after the other, at least 1
 * @param chance At least 0, below 1
 * @returns ms
 */
export function backoff(
  failures: number,
  { first = 250, limit = 10_000 }: BackoffOptions = {},
  chance = Math.random(),
): number {
  return Math.min(limit, first * 2 ** (failures - 1)) * (1 - chance / 2);
}
