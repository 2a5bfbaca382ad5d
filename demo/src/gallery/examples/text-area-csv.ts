import { createForm, textAreaCsv } from "@turnform/form";
import { z } from "zod";

export const title = "Text area CSV";
export const about = "Rows of comma-separated values, for example from a spreadsheet.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Person = z.tuple([z.int().meta({ title: "Number" }), z.string().meta({ title: "Name" })]);

const Import = z.object({
  people: z.array(Person).meta({
    title: "People",
    description: 'A number and a name per line, such as: 1,"Lovelace, Ada"',
    widget: textAreaCsv({ rows: 5 }),
  }),
  words: z
    .array(z.array(z.string()))
    .optional()
    .meta({
      title: "Words",
      description: "Any number of words per line, separated by semicolons.",
      widget: textAreaCsv({ rows: 3, delimiter: ";", quotechar: "'" }),
    }),
});

export const form = createForm(Import, { formId: "text-area-csv", buttons: ["import"] });

export const filled = {
  people: [
    [1, "Lovelace, Ada"],
    [2, "Grace"],
  ],
  words: [["one", "two"], ["three"]],
};
