import { createForm, password } from "@turnform/form";
import { z } from "zod";

const Account = z
  .object({
    name: z.string().min(2).meta({ title: "User name" }),
    secret: z.string().min(8).meta({ title: "Password", widget: password() }),
    again: z.string().meta({ title: "The same password", widget: password() }),
  })
  .refine(({ secret, again }) => secret === again, {
    error: "Enter the same password twice",
    path: ["again"],
  })
  .refine(({ name, secret }) => !secret.includes(name), "The password contains the user name");

export const form = createForm(Account, { buttons: ["register"] });
