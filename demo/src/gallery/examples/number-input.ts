import { createForm } from "@turnform/form";
import { Decimal, decimal } from "@turnform/schema";
import { z } from "zod";

export const title = "Number input";
export const about = "Whole and fractional numbers, with limits and steps. A decimal keeps every digit.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets", "/docs/concepts/languages#numbers"];

const Package = z.object({
  count: z.int().min(1).max(99).meta({ title: "How many" }),
  weight: z
    .number()
    .positive()
    .meta({ title: "Weight", widget: { suffix: "kg" } }),
  length: z
    .number()
    .multipleOf(5)
    .optional()
    .meta({ title: "Length", description: "In steps of 5.", widget: { suffix: "cm" } }),
  price: decimal({ quantum: ".01" }).meta({ title: "Price", widget: { prefix: "€" } }),
});

export const form = createForm(Package, { formId: "number-input" });

export const filled = { count: 3, weight: 0.75, length: 30, price: Decimal("12.50") };
