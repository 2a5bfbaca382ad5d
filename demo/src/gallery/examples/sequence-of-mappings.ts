import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Sequence of mappings";
export const about = "A list with several fields in each item.";
export const group = "Sequences";
export const docs = ["/docs/concepts/sequences-and-mappings#arrays-are-lists"];

const Person = z.object({
  name: z.string().meta({ title: "Name" }),
  email: z.email().meta({ title: "Email" }),
  speaks: z.boolean().meta({ title: "Gives a talk" }),
});

const Meeting = z.object({
  people: z
    .array(Person.meta({ title: "Person" }))
    .min(1)
    .meta({ title: "People", orderable: true }),
});

export const form = createForm(Meeting, { formId: "sequence-of-mappings" });

export const filled = {
  people: [
    { name: "Ada Lovelace", email: "ada@example.com", speaks: true },
    { name: "Grace Hopper", email: "grace@example.com", speaks: false },
  ],
};
