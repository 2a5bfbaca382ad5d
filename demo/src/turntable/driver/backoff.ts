/** Options of {@link backoff}. Times are in ms. */
export interface BackoffOptions {
  /** Longest wait after the first failure. It doubles with each further failure. Default: 250. */
  readonly first?: number;
  /** Longest wait after any failure. Default: 10,000. */
  readonly limit?: number;
}

/**
 * Returns the wait before another attempt. It grows exponentially and is randomly shortened by up to half, so that many
 * clients don't try at the same time.
 *
 * @param failures Consecutive failures, at least 1
 * @param chance At least 0, below 1
 * @returns the wait in ms
 */
export function backoff(
  failures: number,
  { first = 250, limit = 10_000 }: BackoffOptions = {},
  chance = Math.random(),
): number {
  return Math.min(limit, first * 2 ** (failures - 1)) * (1 - chance / 2);
}
