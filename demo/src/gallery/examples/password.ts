import { createForm, password } from "@turnform/form";
import { z } from "zod";

export const title = "Password";
export const about = "A password. The server never sends it back to the browser or quotes it in a message.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Login = z.object({
  name: z.string().meta({ title: "User name" }),
  password: z
    .string()
    .min(8)
    .meta({ title: "Password", widget: password({ autocomplete: "current-password" }) }),
  hint: z
    .string()
    .optional()
    .meta({
      title: "Hint",
      description: "Unlike the password, the hint is kept after an error.",
      widget: password({ redisplay: true }),
    }),
});

export const form = createForm(Login, { formId: "password", buttons: ["sign_in"] });

export const filled = { name: "ada", password: "correct horse", hint: "battery" };
