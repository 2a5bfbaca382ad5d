import { createForm, sequence } from "@turnform/form";
import { z } from "zod";

const Line = z
  .object({
    product: z.string(),
    count: z.int().min(1),
    gift: z.boolean(),
  })
  .meta({ title: "Line" });

const Order = z.object({
  lines: z.array(Line).meta({
    widget: sequence({ layout: "table", orderable: true, insertable: false }),
  }),
});

export const form = createForm(Order, { buttons: ["order"] });

export const data = {
  lines: [
    { product: "Pencil", count: 12, gift: false },
    { product: "Rubber", count: 1, gift: true },
  ],
};
