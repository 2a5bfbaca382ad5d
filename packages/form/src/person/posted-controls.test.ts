import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import { fill } from "./person.ts";

describe("fill", () => {
  it.each(widgetSamples)("posts an unchanged $name", (sample) => {
    const [value] = sample.values;
    const schema = z.object({ field: sample.type({}), list: z.array(sample.type({})) });
    const form = createForm(schema, { formId: "sample", buttons: ["save"] });
    const page = String(form.render({ field: value, list: value === undefined ? [] : [value, value] }));
    expect(fill(page).controls()).toEqual(submittedControls(page));
  });
});
