import fc from "fast-check";
import { describe, it } from "vitest";
import { everyField } from "../testing/every-field.ts";
import { isShownAgain, postedAgain } from "../testing/posted-again.ts";

const fields = everyField.filter(({ name }) => isShownAgain(name));
const MILLISECONDS = (1000 * Number(process.env["HEAVY_SECONDS"] ?? 60)) / fields.length;
const FIRST_SEED = fc.readConfigureGlobal().seed ?? Date.now();

describe.each(fields)("a refused page with $name", ({ type }) => {
  it("gives the same errors and the same page when it is posted again", () => {
    const end = performance.now() + MILLISECONDS;
    // On a busy machine, the first round may take all of the time.
    for (let seed = FIRST_SEED; seed === FIRST_SEED || performance.now() < end; seed++)
      fc.assert(postedAgain(type), { numRuns: 5, seed });
  });
});
