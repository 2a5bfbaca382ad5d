/**
 * How long something takes of the processor's time, however much else that has to do.
 *
 * @returns milliseconds
 */
export function work(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  return process.cpuUsage(start).user / 1000;
}
