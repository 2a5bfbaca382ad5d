import { createForm, sequence } from "@turnform/form";
import { z } from "zod";

export const title = "Table";
export const about = "A sequence with its items as rows, for many short items.";
export const group = "Sequences";
export const docs = ["/docs/packages/form#lists"];

const Line = z.object({
  product: z.string().meta({ title: "Product" }),
  count: z.int().min(1).meta({ title: "Count" }),
  gift: z.boolean().meta({ title: "Gift" }),
});

const Order = z.object({
  lines: z.array(Line.meta({ title: "Line" })).meta({
    title: "Lines",
    widget: sequence({ layout: "table", orderable: true, insertable: false }),
  }),
});

export const form = createForm(Order, { formId: "table" });

export const filled = {
  lines: [
    { product: "Pencil", count: 12, gift: false },
    { product: "Rubber", count: 1, gift: true },
  ],
};
