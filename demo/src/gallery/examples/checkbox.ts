import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Checkbox";
export const about = "Yes or no. A literal true makes a box that must be ticked.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets", "/docs/concepts/blank-missing-empty#boxes-and-choices"];

const Order = z.object({
  gift: z.boolean().meta({ title: "Wrap it as a gift" }),
  news: z.boolean().meta({ title: "Send me news", description: "At most once a month.", initial: true }),
  terms: z
    .literal(true)
    .meta({ title: "I agree to the terms", requiredMessage: "Please agree to the terms" }),
});

export const form = createForm(Order, { formId: "checkbox", buttons: ["order"] });

export const filled = { gift: true, news: false, terms: true };
