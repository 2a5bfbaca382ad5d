import { createForm, mapping } from "@turnform/form";
import { z } from "zod";

export const title = "Mapping";
export const about = "Fields that belong together: plain, in a card, or in a section that opens and closes.";
export const group = "Groups of fields";
export const docs = ["/docs/concepts/sequences-and-mappings#objects-are-groups-of-fields"];

const Address = z.object({
  street: z.string(),
  city: z.string(),
});

const Order = z.object({
  name: z.string(),
  deliverTo: Address.meta({ title: "Deliver to" }),
  billTo: Address.meta({
    title: "Bill to",
    description: "The address on the invoice.",
    widget: mapping({ frame: "card" }),
  }),
  extras: z
    .object({
      gift: z.boolean().meta({ title: "Wrap it as a gift" }),
      note: z.string().max(80).optional(),
    })
    .meta({ widget: mapping({ frame: "details" }) }),
});

export const form = createForm(Order, { formId: "mapping", buttons: ["order"] });

export const filled = {
  name: "Ada",
  deliverTo: { street: "Main Street 1", city: "Bern" },
  billTo: { street: "Long Lane 2", city: "Basel" },
  extras: { gift: true, note: "With love" },
};
