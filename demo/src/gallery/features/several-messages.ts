import { formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { all, any, luhn, regex } from "@turnform/schema/checks";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Several messages";
export const about =
  "The form shows all errors of a field at the same time, at the field and in the summary: from several checks, from " +
  "alternatives that all fail, and from checks of a whole list.";
export const group = "Checking";
export const docs = ["/docs/concepts/errors#on-the-page"];

const Account = z.object({
  user: z
    .string()
    .min(6, "Use at least six characters")
    .regex(/\d/, "Use a digit")
    .regex(/\p{Lu}/u, "Use a capital letter")
    .meta({ title: "User name" }),
  customer: z
    .string()
    .check(
      any(
        luhn({ message: "Enter a valid card number" }),
        all(
          regex(/^TF/, { message: "Or a customer number: begin it with TF" }),
          regex(/.*\d{4}$/, { message: "Or a customer number: end it with four digits" }),
        ),
      ),
    )
    .meta({ title: "Card or customer number" }),
  towns: z
    .array(z.string().meta({ title: "Town" }))
    .min(2)
    .default(["Oslo", "Bergen", "Oslo"])
    .refine((towns) => new Set(towns).size === towns.length, "Enter each town only once")
    .refine((towns) => towns.toSorted().join() === towns.join(), "Put the towns in alphabetical order"),
});

const form = createForm(Account, { formId: "account", buttons: ["check"], noValidate: true });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, () => {}, {
      notice: "Everything is valid.",
      view: (account, req) => page(req, { forms: [account] }),
    }),
  );
}
