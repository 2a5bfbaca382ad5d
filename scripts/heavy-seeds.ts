/**
 * @param atLeast Number of seeds that even a slow machine tries, so that it sees all kinds of input
 * @yields the seeds of a long test: `SEED`, or else a random number, and the numbers after it, until `HEAVY_SECONDS` (default 60) are
 *   over
 */
export function* heavySeeds(atLeast: number): Generator<number, void, void> {
  const first = Number(process.env["SEED"] ?? Date.now() % 2 ** 32);
  const end = Date.now() + Number(process.env["HEAVY_SECONDS"] ?? 60) * 1000;
  for (let count = 0; count < atLeast || Date.now() < end; count++) yield first + count;
}
