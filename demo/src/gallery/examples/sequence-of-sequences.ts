import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Sequence of sequences";
export const about = "Lists in a list. An empty inner list arrives as an empty list.";
export const group = "Sequences";
export const docs = [
  "/docs/concepts/sequences-and-mappings#lists-of-lists",
  "/docs/guide/03-sequences#3-lists-and-lists-of-lists",
];

const Team = z.array(z.string().meta({ title: "Player" })).meta({ title: "Team", orderable: true });

const Tournament = z.object({
  teams: z.array(Team).meta({ title: "Teams", orderable: true }),
});

export const form = createForm(Tournament, { formId: "sequence-of-sequences" });

export const filled = { teams: [["Ada", "Grace"], [], ["Alan"]] };
