import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until a condition holds.
 *
 * @throws {Error} after `limit` ms
 */
export async function waitFor(what: string, condition: () => boolean, limit = 15_000): Promise<void> {
  const end = performance.now() + limit;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited ${limit} ms for ${what}, in vain`);
    await sleep(5);
  }
}
