import { formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Custom markup";
export const about =
  "The view places each piece of the form: a label after its control, the address line by line with errors on the same line. The posted data stays the same.";
export const group = "Templates";
export const docs = ["/docs/guide/05-templates#a-view", "/docs/packages/form#markup-of-your-own"];
export const files = ["views/retail.hbs"];

const Address = z.object({
  street: z.string().max(60),
  zip: z
    .string()
    .regex(/^\d{4,5}$/, "Enter four or five digits")
    .meta({ title: "ZIP code" }),
  city: z.string().max(60),
});

const Order = z.object({
  name: z.string().max(60).meta({ description: "The name on the doorbell." }),
  address: Address.meta({ title: "Where to" }),
  gift: z.boolean().meta({ title: "It is a gift" }),
  size: z.enum(["small", "large"]),
});

const order = createForm(Order, { formId: "order", buttons: ["order"] });

export function routes(page: FeaturePage): Router {
  const route = formRoute(
    order,
    ({ name, size, address: { street, city } }) => `A ${size} one goes to ${name}, ${street}, ${city}.`,
    {
      notice: (text) => text,
      view: (form, req) => page(req, { forms: [form], view: "retail" }),
    },
  );
  return Router().all("/", route);
}
