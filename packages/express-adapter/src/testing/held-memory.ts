import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/**
 * Measures how much memory a value holds.
 *
 * @param make Returns the value. Compare results with a wide margin: other work of the process counts too
 * @returns bytes of the heap and of external memory
 */
export async function memoryHeldBy(make: () => unknown): Promise<number> {
  const before = await used();
  const made = await make();
  const bytes = (await used()) - before;
  // Used after the measurement, so that it is not collected before
  if (made === undefined) throw new TypeError("There is nothing to measure");
  return bytes;
}

async function used(): Promise<number> {
  if (typeof collect !== "function") throw new TypeError("The flag --expose-gc gave no function");
  // External memory is freed one round after its holder is collected
  for (let round = 0; round < 2; round++) {
    collect();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
