import { formRoute } from "@turnform/express-adapter";
import { createForm, password } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Live checks";
export const about =
  "Errors appear when you leave a field, and go when you come back to mend it. The server checks, so its rules are the only ones: " +
  "it also knows that the team “red” exists. Screen readers announce each new error. Without JavaScript, the errors come with the submit.";
export const group = "Checking";
export const docs = ["/docs/concepts/live-checks#live-checks"];

/** Existing teams. A real application asks its database. */
const teams = new Set(["red", "blue"]);
const exists = async (name: string): Promise<boolean> => teams.has(name.toLowerCase());

const Member = z.object({
  name: z.string(),
  age: z.int().min(16, "Members are at least 16"),
});
const Team = z.object({
  team: z
    .string()
    .max(20)
    .refine(async (name) => !(await exists(name)), "Choose another name: this team exists"),
  email: z.email().meta({ description: "For messages to the whole team." }),
  secret: z.string().min(8).meta({ title: "Password", widget: password() }),
  members: z
    .array(Member.meta({ title: "Member" }))
    .min(1)
    .max(5)
    .refine(
      (members) => new Set(members.map(({ name }) => name)).size === members.length,
      "Two members have the same name",
    ),
});

const form = createForm(Team, { formId: "team", buttons: ["register"], noValidate: true, enhance: "live" });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, ({ team }) => team, {
      notice: (team) => `The team ${team} is registered.`,
      view: (team, req) => page(req, { forms: [team] }),
    }),
  );
}
