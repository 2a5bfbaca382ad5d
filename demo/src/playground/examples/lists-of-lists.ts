import { createForm } from "@turnform/form";
import { z } from "zod";

const Person = z
  .object({
    name: z.string(),
    email: z.email().optional(),
  })
  .meta({ title: "Person" });

const Team = z.array(Person).meta({
  title: "Team",
  orderable: true,
});

const Club = z.object({
  teams: z.array(Team).min(1).meta({ orderable: true }),
});

export const form = createForm(Club, {
  buttons: [{ name: "show", title: "Show the data" }],
});

// The data that fills the form
const ann = { name: "Ann", email: "ann@example.com" };
export const data = {
  teams: [[ann, { name: "Bob" }], []],
};
