import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Limits";
export const about = "A list starts with its minimum number of items, and shows when it is full.";
export const group = "Sequences";
export const docs = [
  "/docs/concepts/sequences-and-mappings#other-types-with-items",
  "/docs/packages/form#lists",
];

const Poll = z.object({
  question: z.string().meta({ title: "Question" }),
  answers: z
    .array(z.string().meta({ title: "Answer" }))
    .min(2)
    .max(4)
    .meta({
      title: "Answers",
      description: "Two to four answers.",
      orderable: true,
    }),
  corners: z
    .array(z.number().meta({ title: "Corner" }))
    .length(3)
    .meta({ title: "Corners", description: "Always three." }),
});

export const form = createForm(Poll, { formId: "limits" });

export const filled = {
  question: "Tea or coffee?",
  answers: ["Tea", "Coffee", "Both"],
  corners: [1, 2, 3],
};
