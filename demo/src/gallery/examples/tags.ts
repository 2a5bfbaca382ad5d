import { createForm, tags } from "@turnform/form";
import { z } from "zod";

export const title = "Tags";
export const about = "Suggested words and new ones, for lists and sets of texts.";
export const group = "Choices";
export const docs = ["/docs/packages/form#widgets"];

const Photo = z.object({
  subjects: z
    .array(z.string().max(12))
    .min(1)
    .max(4)
    .meta({
      title: "Subjects",
      description: "Up to four subjects of at most 12 letters.",
      widget: tags({
        values: [
          ["people", "People"],
          ["places", "Places"],
        ],
      }),
    }),
  people: z.set(z.string()).meta({ title: "People", widget: tags({ placeholder: "Name …" }) }),
});

export const form = createForm(Photo, { formId: "tags", buttons: ["save"] });

export const filled = { subjects: ["places", "sunset"], people: new Set(["Ada", "Grace"]) };
