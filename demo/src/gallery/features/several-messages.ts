import { formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { all, any, luhn, regex } from "@turnform/schema/checks";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Several messages";
export const about =
  "Whatever is wrong with a field is said at once, at the field and in the summary, so that it is mended in one go: " +
  "several checks of one field, alternatives of which none fits, and a list as a whole.";
export const group = "Checking";

const Account = z.object({
  user: z
    .string()
    .min(6, "Needs six characters or more")
    .regex(/\d/, "Needs a digit")
    .regex(/\p{Lu}/u, "Needs a capital letter")
    .meta({ title: "User name" }),
  customer: z
    .string()
    .check(
      any(
        luhn({ message: "No valid card number" }),
        all(
          regex(/^TF/, { message: "No customer number, which begins with TF" }),
          regex(/.*\d{4}$/, { message: "No customer number, which ends in four digits" }),
        ),
      ),
    )
    .meta({ title: "Card or customer number" }),
  towns: z
    .array(z.string().meta({ title: "Town" }))
    .min(2)
    .default(["Oslo", "Bergen", "Oslo"])
    .refine((towns) => new Set(towns).size === towns.length, "No town twice, please")
    .refine((towns) => towns.toSorted().join() === towns.join(), "In the order of the alphabet, please"),
});

const form = createForm(Account, { formId: "account", buttons: ["check"], noValidate: true });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, {
      save: () => {},
      notice: "All is well.",
      view: (account, req) => page(req, { forms: [account] }),
    }),
  );
}
