import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** Properties of every recorded case. */
export interface Case {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Result of a case: equal to the original, a documented departure, or failed with a reason. */
export type Outcome = "original" | "departure" | { readonly failed: string };

/** Folder of the recorded cases. The environment variable `VECTORS` changes it. */
const folder = process.env["VECTORS"] ?? new URL("../../vectors/", import.meta.url).pathname;

/** Runs every case of a file, prints a line about each, and fails with the cases that match neither. */
export function runCases<C extends Case>(file: string, run: (recorded: C) => Outcome): void {
  describe(file, () => {
    it("behaves like the original, or departs as documented", () => {
      const cases: C[] = JSON.parse(readFileSync(resolve(folder, file), "utf8"));
      const outcomes = cases.map((recorded) => ({ id: recorded.id, outcome: attempt(() => run(recorded)) }));
      const count = (outcome: Outcome) => outcomes.filter((each) => each.outcome === outcome).length;
      const failed = outcomes.filter(({ outcome }) => typeof outcome === "object");
      console.log(
        `${file}: ${cases.length} cases, ${count("original")} as the original, ${count("departure")} departures, ${failed.length} failed`,
      );
      expect(failed).toEqual([]);
      expect(cases.length).toBeGreaterThan(0);
    });
  });
}

/** Runs a case. An exception fails only this case. */
function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
