/**
 * Measures the processor time of a call. Other processes don't count.
 *
 * @returns milliseconds
 */
export function work(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  return process.cpuUsage(start).user / 1000;
}
