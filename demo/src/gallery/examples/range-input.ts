import { createForm, rangeInput } from "@turnform/form";
import { z } from "zod";

export const title = "Range input";
export const about = "A slider, for numbers that need not be exact. It starts in the middle.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Sound = z.object({
  volume: z.int().min(0).max(11).meta({ title: "Volume", widget: rangeInput() }),
  balance: z
    .number()
    .min(-1)
    .max(1)
    .default(0)
    .meta({ title: "Balance", description: "-1 is left, 1 is right.", widget: rangeInput({ step: 0.25 }) }),
  fade: z
    .int()
    .max(60)
    .optional()
    .meta({ title: "Fade out", widget: rangeInput({ suffix: "seconds" }) }),
});

export const form = createForm(Sound, { formId: "range-input" });

export const filled = { volume: 11, balance: -0.5, fade: 10 };
