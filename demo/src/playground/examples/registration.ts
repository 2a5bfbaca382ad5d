import { createForm } from "@turnform/form";
import { shownWhen, when } from "@turnform/schema/conditions";
import { z } from "zod";

const Position = z
  .object({
    what: z.enum(["flight", "hotel", "meal"]),
    nights: z
      .int()
      .min(1)
      .optional()
      .meta({ showWhen: when("what").is("hotel") }),
    price: z.number().min(0),
  })
  .meta({ title: "Position" });

const Expenses = z.object({
  payer: z.enum(["person", "company"]).meta({ title: "Paid by" }),
  vat: shownWhen(when("payer").is("company"), z.string().min(5).meta({ title: "VAT number" })),
  positions: z.array(Position).min(1),
});

export const form = createForm(Expenses, { buttons: ["send"] });

export const data = {
  payer: "company",
  vat: "CHE-1234",
  positions: [{ what: "hotel", nights: 2, price: 120 }],
} as const;
