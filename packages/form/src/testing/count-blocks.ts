import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

/**
 * Starts to count the blocks of code that run: calls of functions, branches, and turns of loops. Unlike a time, the count is the same
 * on each machine. Only modules imported later are counted in full.
 *
 * @returns a function that counts the blocks of a call. Loops inside the engine, such as those of `indexOf`, don't count
 */
export function countBlocks(): (run: () => unknown) => number {
  // Optimized code counts nothing.
  for (const flag of ["--no-opt", "--no-maglev", "--no-sparkplug"]) setFlagsFromString(flag);
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const take = (): number => {
    let sum = 0;
    session.post("Profiler.takePreciseCoverage", (error, taken) => {
      if (error) throw error;
      for (const { functions } of taken.result)
        for (const { ranges } of functions) for (const { count } of ranges) sum += count;
    });
    return sum;
  };
  return (run) => {
    take();
    run();
    return take();
  };
}
