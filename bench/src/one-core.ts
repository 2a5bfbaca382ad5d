import { type ChildProcess, spawnSync } from "node:child_process";

/**
 * Keeps a process to the core that all sides share in turns, where there is `taskset`: of two cores one may be slower for
 * minutes, as others use the hardware behind it, which would be taken for a difference between the sides.
 */
export function keepToOneCore({ pid }: ChildProcess): void {
  spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", "0", String(pid)], { stdio: "ignore" });
}
