import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something is so. @throws {Error} where it is not within a time in ms */
export async function waitFor(what: string, condition: () => boolean, limit = 15_000): Promise<void> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited ${limit} ms in vain for: ${what}`);
    await sleep(5);
  }
}
