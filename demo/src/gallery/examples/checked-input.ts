import { checkedInput, createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Checked input";
export const about = "A text to type twice, because a typo would go unnoticed.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Order = z.object({
  email: z.email().meta({
    title: "E-mail",
    description: "We send the tickets to this address.",
    widget: checkedInput({ mismatchMessage: "Enter the same address twice", autocomplete: "email" }),
  }),
  account: z
    .string()
    .optional()
    .meta({ title: "Account number", widget: checkedInput({ confirmSubject: "Repeat the account number" }) }),
});

export const form = createForm(Order, { formId: "checked-input", buttons: ["order"] });

export const filled = { email: "ada@example.com", account: "1234567" };
