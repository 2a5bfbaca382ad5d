import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/**
 * Names the processes that hold a device open, such as `minicom (process 1234)`. Only Linux tells, and only of this user's processes.
 *
 * @returns the processes, separated by "and", or "" if none can be found
 */
export function portHolders(path: string): string {
  try {
    const device = realpathSync(path);
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && holds(name, device));
    return pids
      .map((pid) => `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`)
      .join(" and ");
  } catch {
    // Without /proc, or if a process ended meanwhile, nobody knows.
    return "";
  }
}

function holds(pid: string, device: string): boolean {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === device);
  } catch {
    // The process has ended, or belongs to another user.
    return false;
  }
}
