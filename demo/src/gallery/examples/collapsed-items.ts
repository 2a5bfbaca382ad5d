import { createForm, mapping, sequence } from "@turnform/form";
import { z } from "zod";

export const title = "Collapsed items";
export const about = "Items that open and close. New items and items with errors are open.";
export const group = "Sequences";
export const docs = ["/docs/concepts/sequences-and-mappings#items-that-collapse"];

const Chapter = z
  .object({
    heading: z.string().meta({ title: "Heading" }),
    pages: z.int().min(1).meta({ title: "Pages" }),
  })
  .meta({ title: "Chapter", widget: mapping({ frame: "details" }) });

const Book = z.object({
  chapters: z.array(Chapter).meta({
    title: "Chapters",
    widget: sequence({ itemTitle: "Chapter ${number}: ${heading}", orderable: true }),
  }),
});

export const form = createForm(Book, { formId: "collapsed-items" });

export const filled = {
  chapters: [
    { heading: "How it began", pages: 12 },
    { heading: "How it went on", pages: 34 },
    { heading: "How it ended", pages: 5 },
  ],
};
