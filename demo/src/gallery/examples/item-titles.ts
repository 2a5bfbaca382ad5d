import { createForm, sequence } from "@turnform/form";
import { z } from "zod";

export const title = "Item titles";
export const about = "Items have titles made from their values, updated as you type.";
export const group = "Sequences";
export const docs = ["/docs/concepts/sequences-and-mappings#arrays-are-lists"];

const Stop = z.object({
  town: z.string().meta({ title: "Town" }),
  nights: z.int().min(1).meta({ title: "Nights" }),
});

const Journey = z.object({
  stops: z.array(Stop.meta({ title: "Stop" })).meta({
    title: "Stops",
    widget: sequence({ itemTitle: "Stop ${number}: ${town}", addText: "Travel on", orderable: true }),
  }),
});

export const form = createForm(Journey, { formId: "item-titles" });

export const filled = {
  stops: [
    { town: "Turin", nights: 2 },
    { town: "Turku", nights: 3 },
  ],
};
