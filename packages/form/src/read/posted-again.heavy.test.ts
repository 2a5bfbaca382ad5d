import fc from "fast-check";
import { describe, it } from "vitest";
import { everyField } from "../testing/every-field.ts";
import { isShownAgain, postedAgain } from "../testing/posted-again.ts";

const fields = everyField.filter(({ name }) => isShownAgain(name));
const MILLISECONDS = (1000 * Number(process.env["HEAVY_SECONDS"] ?? 60)) / fields.length;

describe.each(fields)("a refused page with $name", ({ type }) => {
  it("gives the same errors and the same page when it is posted again", () => {
    fc.assert(postedAgain(type), {
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: MILLISECONDS,
    });
  });
});
