import { createForm, entries } from "@turnform/form";
import { z } from "zod";

export const title = "Record and map";
export const about =
  "Any number of keys with values. Each key may appear only once. A closed set of keys has a fixed entry for each.";
export const group = "Groups of fields";
export const docs = ["/docs/concepts/sequences-and-mappings#other-types-with-items"];

const Price = z.number().min(0).multipleOf(0.01);

const Shop = z.object({
  prices: z
    .record(z.string().min(2).meta({ title: "Fruit" }), Price.meta({ title: "Price" }))
    .meta({ widget: entries({ addText: "Add fruit" }) }),
  hours: z.record(
    z.enum(["weekdays", "weekend"]).meta({ title: "Days" }),
    z.string().meta({ title: "Hours", placeholder: "9–17" }),
  ),
  shelves: z
    .map(
      z.int().meta({ title: "Number" }),
      z.object({ label: z.string(), full: z.boolean() }).meta({ title: "Shelf" }),
    )
    .meta({ widget: entries({ addText: "Add shelf" }) }),
});

export const form = createForm(Shop, { formId: "entries", buttons: ["save"] });

export const filled = {
  prices: { apple: 0.8, pear: 1.25 },
  hours: { weekdays: "9–17", weekend: "10–14" },
  shelves: new Map([[7, { label: "Jam", full: true }]]),
};
