import { createForm, textArea } from "@turnform/form";
import { z } from "zod";

export const title = "Text area";
export const about = "Several lines of text.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Letter = z.object({
  address: z
    .string()
    .min(1)
    .meta({ title: "Address", widget: textArea({ rows: 3, cols: 30, autocomplete: "street-address" }) }),
  message: z
    .string()
    .min(10)
    .max(500)
    .meta({ title: "Message", description: "At most 500 characters.", widget: textArea({ rows: 6 }) }),
  poem: z
    .string()
    .optional()
    .meta({
      title: "Poem",
      description: "Spaces at the start are kept.",
      widget: textArea({ strip: false }),
    }),
});

export const form = createForm(Letter, { formId: "text-area", buttons: ["send"] });

export const filled = {
  address: "Ada Lovelace\n12 St James's Square\nLondon",
  message: "See you on Monday.",
};
