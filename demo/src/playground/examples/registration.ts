import { createForm } from "@turnform/form";
import { shownWhen, when } from "@turnform/schema/conditions";
import { z } from "zod";

const Guest = z
  .object({
    name: z.string(),
    comes: z.enum(["in person", "online"]),
    meal: z
      .enum(["anything", "vegetarian", "vegan"])
      .optional()
      .meta({ showWhen: when("comes").is("in person") }),
  })
  .meta({ title: "Guest" });

const Registration = z.object({
  payer: z.enum(["person", "company"]).meta({ title: "Paid by" }),
  vat: shownWhen(when("payer").is("company"), z.string().min(5).meta({ title: "VAT number" })),
  guests: z.array(Guest).min(1),
});

export const form = createForm(Registration, { buttons: ["register"] });

export const data = {
  payer: "company",
  vat: "CHE-1234",
  guests: [
    { name: "Ann", comes: "in person", meal: "vegetarian" },
    { name: "Bob", comes: "online" },
  ],
} as const;
