import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killedAtRandom } from "./killed.ts";
import type { Check } from "./report.ts";
import { twoProcesses } from "./two-processes.ts";
import { underLoad } from "./under-load.ts";

/** The tests, and the share of the time that each of them has. */
const parts = [
  { part: underLoad, share: 0.65 },
  { part: killedAtRandom, share: 0.2 },
  { part: twoProcesses, share: 0.15 },
];

/**
 * Runs the demo under load, kills it, and runs two of it at once.
 *
 * @param seconds How long all of it takes, about
 * @param print Takes what is to be shown on the way
 * @returns what was found
 */
export async function soak(seconds: number, print: (text: string) => void): Promise<Check[]> {
  const checks: Check[] = [];
  for (const { part, share } of parts) {
    const folder = mkdtempSync(join(tmpdir(), "turnform-soak-"));
    try {
      checks.push(...(await part(folder, seconds * share, print)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return checks;
}
