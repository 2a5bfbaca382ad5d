import { createForm, union } from "@turnform/form";
import { z } from "zod";

export const title = "Union";
export const about = "One of several kinds. Choosing a kind shows its fields.";
export const group = "Groups of fields";
export const docs = ["/docs/concepts/types#alternatives"];

const Payment = z.discriminatedUnion("method", [
  z.object({ method: z.literal("card"), holder: z.string(), number: z.string().regex(/^\d{16}$/) }),
  z
    .object({ method: z.literal("transfer"), iban: z.string().min(15).meta({ title: "IBAN" }) })
    .meta({ title: "Bank transfer" }),
  z.object({ method: z.literal("cash") }),
]);

const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.number().positive() }),
  z.object({ kind: z.literal("rectangle"), width: z.number().positive(), height: z.number().positive() }),
]);

const Order = z.object({
  payment: Payment.meta({ widget: union({ choice: "radio" }) }),
  shapes: z.array(Shape.meta({ title: "Shape" })),
});

export const form = createForm(Order, { formId: "union", buttons: ["order"] });

export const filled = {
  payment: { method: "card", holder: "Ada", number: "4000123412341234" },
  shapes: [
    { kind: "circle", radius: 2 },
    { kind: "rectangle", width: 3, height: 4 },
  ],
};
