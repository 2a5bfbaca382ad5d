import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { work } from "../testing/work.ts";
import { widgetSamples } from "../testing/widget-samples.ts";

/** Long repetitions that make a pattern backtrack, with a mismatch at the end. */
const texts = ["1", "a", ".0", "--T", " ", "<", '"', "1,", "${"]
  .map((run) => `x${run.repeat(60_000 / run.length)}\n`)
  .concat(`${"1".repeat(60_000)}x`, `.${"0".repeat(60_000)}x`, "1".repeat(60_000));

// The parser of rich text has its own tests, next to its widget.
describe.each(widgetSamples.filter(({ name }) => name !== "richText"))("$name", (sample) => {
  const form = createForm(z.object({ it: sample.type({}) }));

  it("is read and shown again in linear time, for any text", () => {
    for (const text of texts)
      expect(work(() => String(form.validate([["it", text]]).form))).toBeLessThan(250);
  });
});
