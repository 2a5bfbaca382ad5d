import { createForm, textInput } from "@turnform/form";
import { z } from "zod";

export const title = "Text input";
export const about = "A line of text. The browser checks the schema's limits too.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Person = z.object({
  name: z
    .string()
    .min(2)
    .max(40)
    .meta({ title: "Name", widget: textInput({ autocomplete: "name" }) }),
  email: z
    .email()
    .meta({ title: "Email", description: "We use it only to answer you.", placeholder: "you@example.com" }),
  site: z.url().optional().meta({ title: "Web site" }),
  account: z
    .string()
    .regex(/^[a-z]+$/)
    .meta({ title: "Account", widget: { prefix: "@", suffix: ".example.com" } }),
  phone: z
    .string()
    .optional()
    .meta({ title: "Telephone", widget: textInput({ type: "tel", autocomplete: "tel" }) }),
});

export const form = createForm(Person, { formId: "text-input" });

export const filled = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  site: "https://example.com/ada",
  account: "ada",
  phone: "+41 44 123 45 67",
};
