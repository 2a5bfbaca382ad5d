import { createForm, union } from "@turnform/form";
import { z } from "zod";

const Payment = z.discriminatedUnion("method", [
  z.object({
    method: z.literal("card"),
    holder: z.string(),
    number: z.string().regex(/^\d{16}$/, "A card has 16 digits"),
  }),
  z
    .object({ method: z.literal("transfer"), iban: z.string().min(15).meta({ title: "IBAN" }) })
    .meta({ title: "Bank transfer" }),
  z.object({ method: z.literal("cash") }),
]);

const Order = z.object({
  name: z.string(),
  payment: Payment.meta({ widget: union({ choice: "radio" }) }),
});

export const form = createForm(Order, { buttons: ["order"] });

export const data = { name: "Ada", payment: { method: "transfer", iban: "CH9300762011623852957" } } as const;
