import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Sequence";
export const about =
  "A list of single fields: add, remove, move, duplicate, by button, keyboard or dragging.";
export const group = "Sequences";

const List = z.object({
  towns: z.array(z.string().min(2).meta({ title: "Town" })).meta({ title: "Towns", orderable: true }),
  numbers: z.array(z.int().meta({ title: "Number" })).meta({ title: "Lucky numbers" }),
});

export const form = createForm(List, { formId: "sequence" });

export const filled = { towns: ["Turin", "Turku"], numbers: [7, 13] };
