import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/**
 * Measures how much memory a value holds.
 *
 * @param make Makes the value; may be called in a process with other work, so compare with a wide margin
 * @returns bytes of the heap and beside it
 */
export async function memoryHeldBy(make: () => unknown): Promise<number> {
  const before = await used();
  const made = await make();
  const held = (await used()) - before;
  // Used after it was measured, so that it is not collected before
  if (made === undefined) throw new TypeError("There is nothing to measure");
  return held;
}

async function used(): Promise<number> {
  if (typeof collect !== "function") throw new TypeError("The flag --expose-gc gave no function");
  // Memory beside the heap is given back after what holds it was collected
  for (let round = 0; round < 2; round++) {
    collect();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
