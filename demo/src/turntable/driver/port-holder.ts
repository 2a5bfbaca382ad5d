import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/**
 * Names the process that holds a device open, such as `minicom (process 1234)`. Only Linux tells, and only of this user's processes.
 *
 * @returns the process, or undefined if it can't be found
 */
export function portHolder(path: string): string | undefined {
  try {
    const device = realpathSync(path);
    const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && holds(name, device));
    return pid && `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (process ${pid})`;
  } catch {
    // Without /proc, or if the process ended meanwhile, nobody knows.
    return undefined;
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
