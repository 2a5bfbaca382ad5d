import { formRoute } from "@turnform/express-adapter";
import { createForm, password } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Fields against each other";
export const about =
  "What is wrong between fields is said by the schema’s own refinements: at one of them, at the form, or at both. " +
  "One of them asks a store, and is waited for. They run when every field by itself is right.";
export const group = "Checking";

/** Stands for a database: the rooms that are taken, by name. */
const taken = new Set(["attic"]);
const isTaken = async (room: string): Promise<boolean> => taken.has(room);

const Booking = z
  .object({
    room: z.enum(["attic", "garden", "library"]),
    beds: z.int().min(1).max(6).default(2),
    guests: z.int().min(1).default(2),
    arrival: z.date(),
    departure: z.date(),
    secret: z.string().min(8).meta({ title: "Password", widget: password() }),
    again: z.string().meta({ title: "The same again", widget: password() }),
  })
  .refine(({ arrival, departure }) => arrival < departure, {
    error: "Must be after the arrival",
    path: ["departure"],
  })
  .refine(({ secret, again }) => secret === again, { error: "Not the same password", path: ["again"] })
  .superRefine(({ guests, beds }, context) => {
    if (guests <= beds) return;
    context.addIssue({ code: "custom", message: `${guests} guests do not fit into ${beds} beds` });
    context.addIssue({ code: "custom", message: `At most ${beds}`, path: ["guests"] });
  })
  .refine(async ({ room }) => !(await isTaken(room)), { error: "Taken at that time", path: ["room"] });

const form = createForm(Booking, { formId: "booking", buttons: ["book"] });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(form, {
      save: ({ room, arrival, departure }) => ({ room, nights: (+departure - +arrival) / 86_400_000 }),
      notice: ({ room, nights }) => `The ${room} is yours for ${nights} nights.`,
      view: (booking, req) => page(req, { forms: [booking] }),
    }),
  );
}
