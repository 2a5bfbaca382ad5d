import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** What every recorded case has. */
export interface Case {
  readonly id: string;
  readonly tags: readonly string[];
}

/** How a case came out: like the original, as a stated departure, or neither, and how. */
export type Outcome = "original" | "departure" | { readonly failed: string };

/** Folder of the recorded cases; another with the environment variable `VECTORS`. */
const folder = process.env["VECTORS"] ?? new URL("../../vectors/", import.meta.url).pathname;

/** Runs every case of a file, prints one line about it, and fails with the cases that are neither way. */
export function runCases<C extends Case>(file: string, run: (recorded: C) => Outcome): void {
  describe(file, () => {
    it("behaves as the original or as we say we depart", () => {
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

/** A case that breaks down is one that failed; the others run all the same. */
function attempt(run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
