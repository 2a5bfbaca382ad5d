import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import { expectValid } from "./expectations.ts";
import { fill } from "./person.ts";

const Move = z
  .object({ angle: z.int(), label: z.string().optional(), fast: z.boolean() })
  .meta({ title: "Move" });
const Preset = z.object({ name: z.string(), cycles: z.array(z.array(Move).meta({ title: "Cycle" })) });
const preset = createForm(Preset, { formId: "preset", buttons: ["save"] });

const word = fc.stringMatching(/^[a-zé<&"']{1,6}$/);
const move = fc.record({ angle: fc.integer({ min: -360, max: 360 }), label: word, fast: fc.boolean() });
const data = fc.record({ name: word, cycles: fc.array(fc.array(move, { maxLength: 3 }), { maxLength: 3 }) });

describe("fill", () => {
  it.each(widgetSamples)("posts an unchanged $name", (sample) => {
    const [value] = sample.values;
    const schema = z.object({ field: sample.type({}), list: z.array(sample.type({})) });
    const form = createForm(schema, { formId: "sample", buttons: ["save"] });
    const page = String(form.render({ field: value, list: value === undefined ? [] : [value, value] }));
    expect(fill(page).controls()).toEqual(submittedControls(page));
  });

  it("posts the same by filling in step by step as by filling with the data", () => {
    fc.assert(
      fc.property(data, (wanted) => {
        const person = fill(preset).set("Name", wanted.name);
        wanted.cycles.forEach((moves, cycle) => {
          person.add("cycles");
          moves.forEach((_, at) =>
            person.add(`cycles.${cycle}`).set(`cycles.${cycle}.${at}`, moves[at] ?? {}),
          );
        });
        expect(expectValid(preset.validate(person.press("Save")))).toEqual(wanted);
        expect(person.controls()).toEqual(submittedControls(String(preset.render(wanted))));
      }),
      { numRuns: 20 },
    );
  });
});
