import { type ChildProcess, spawnSync } from "node:child_process";

/**
 * Keeps a process on core 0, which all sides share in turns, if the system has `taskset`. On a virtual machine, one core may
 * be slower than another for minutes. That would look like a difference between the sides.
 */
export function keepToOneCore({ pid }: ChildProcess): void {
  spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", "0", String(pid)], { stdio: "ignore" });
}
