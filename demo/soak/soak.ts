import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killedAtRandom } from "./killed.ts";
import type { Check } from "./report.ts";
import { twoProcesses } from "./two-processes.ts";
import { underLoad } from "./under-load.ts";

/** The tests, each with its share of the time. */
const parts = [
  { part: underLoad, share: 0.65 },
  { part: killedAtRandom, share: 0.2 },
  { part: twoProcesses, share: 0.15 },
];

/**
 * Runs the demo under load, then kills it at random moments, then runs two processes at once.
 *
 * @param seconds Approximate duration of all tests
 * @param print Prints intermediate results
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
