import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Sequence";
export const about =
  "A list of single fields. Add, remove, move and duplicate items with buttons, with the keyboard or by dragging.";
export const group = "Sequences";
export const docs = [
  "/docs/concepts/sequences-and-mappings#arrays-are-lists",
  "/docs/concepts/edit-buttons#a-buttons-place-is-its-meaning",
];

const List = z.object({
  towns: z.array(z.string().min(2).meta({ title: "Town" })).meta({ title: "Towns", orderable: true }),
  numbers: z.array(z.int().meta({ title: "Number" })).meta({ title: "Lucky numbers" }),
});

export const form = createForm(List, { formId: "sequence" });

export const filled = { towns: ["Turin", "Turku"], numbers: [7, 13] };
