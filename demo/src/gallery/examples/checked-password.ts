import { checkedPassword, createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Checked password";
export const about = "A new password, typed twice. A password manager can suggest one.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Account = z.object({
  name: z.string().meta({ title: "User name" }),
  password: z
    .string()
    .min(8)
    .meta({ title: "Password", description: "At least eight characters.", widget: checkedPassword() }),
});

export const form = createForm(Account, { formId: "checked-password", buttons: ["sign_up"] });

export const filled = { name: "ada", password: "correct horse" };
