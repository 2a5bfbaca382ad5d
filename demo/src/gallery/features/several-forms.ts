import { formsRoute, formTurn } from "@turnform/express-adapter";
import { createForm, password } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Several forms";
export const about =
  "Two forms on one page. A post names its form, and the other form stays unchanged. Each form has its own ids.";
export const group = "Forms";
export const docs = ["/docs/packages/express-adapter#formsrouteformturnform----view-"];

const profile = createForm(z.object({ name: z.string().max(40), email: z.email().optional() }), {
  formId: "profile",
  buttons: ["save_profile"],
});

const secret = createForm(
  z.object({
    old: z.string().meta({ title: "Old password", widget: password() }),
    new: z.string().min(8).meta({ title: "New password", widget: password() }),
  }),
  { formId: "password", buttons: ["change_password"] },
);

export function routes(page: FeaturePage): Router {
  const turns = [
    formTurn(profile, ({ name }) => name, { notice: (name) => `Hello, ${name}.` }),
    formTurn(secret, () => {}, { notice: "The password is changed." }),
  ];
  return Router().all(
    "/",
    formsRoute(turns, { view: (forms, req) => page(req, { forms: Object.values(forms) }) }),
  );
}
