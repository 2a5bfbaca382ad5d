import { createForm, mapping } from "@turnform/form";
import { z } from "zod";

export const title = "Optional group";
export const about =
  "Fields that a person may leave out as a whole. Required ones are only asked for in an included group.";
export const group = "Groups of fields";
export const docs = ["/docs/concepts/blank-missing-empty#optional-groups"];

const Address = z.object({
  street: z.string(),
  city: z.string(),
  country: z.string().default("Switzerland"),
});

const Guest = z
  .object({
    name: z.string(),
    allergy: z
      .object({ food: z.string(), symptoms: z.array(z.string().meta({ title: "Symptom" })) })
      .optional(),
  })
  .meta({ title: "Guest" });

const Booking = z.object({
  name: z.string(),
  address: Address.optional(),
  invoice: Address.nullable().meta({
    description: "Without another address, we hand over the invoice at your arrival.",
    widget: mapping({ frame: "card", includeText: "Send the invoice by post" }),
  }),
  guests: z.array(Guest),
});

export const form = createForm(Booking, { formId: "optional-group", buttons: ["book"] });

export const filled = {
  name: "Ada",
  address: { street: "Main Street 1", city: "Bern", country: "Switzerland" },
  invoice: null,
  guests: [{ name: "Bob", allergy: { food: "Nuts", symptoms: ["Rash"] } }, { name: "Cleo" }],
};
