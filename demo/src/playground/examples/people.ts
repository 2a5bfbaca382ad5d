import { createForm } from "@turnform/form";
import { z } from "zod";

const Person = z.object({
  name: z.string(),
  email: z.email().meta({ title: "E-mail" }),
  speaks: z.boolean().meta({ title: "Gives a talk" }),
});

const Meeting = z.object({
  title: z.string(),
  people: z
    .array(Person.meta({ title: "Person" }))
    .min(1)
    .meta({ orderable: true }),
});

export const form = createForm(Meeting, { buttons: ["save"] });

export const data = {
  title: "Computing in 1843",
  people: [
    { name: "Ada Lovelace", email: "ada@example.com", speaks: true },
    { name: "Charles Babbage", email: "charles@example.com", speaks: false },
  ],
};
