import { checkedInput, createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Checked input";
export const about = "A text that is typed twice, since a slip in it would go unseen.";
export const group = "Text and numbers";

const Order = z.object({
  email: z.email().meta({
    title: "E-mail",
    description: "We send the tickets there.",
    widget: checkedInput({ mismatchMessage: "The addresses differ", autocomplete: "email" }),
  }),
  account: z
    .string()
    .optional()
    .meta({ title: "Account number", widget: checkedInput({ confirmSubject: "Account number again" }) }),
});

export const form = createForm(Order, { formId: "checked-input", buttons: ["order"] });

export const filled = { email: "ada@example.com", account: "1234567" };
