import { formRoute } from "@turnform/express-adapter";
import { createForm, password } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Checks across fields";
export const about =
  "The schema’s refinements compare fields. They show their errors at a field, at the form, or at both. One of them is " +
  "asynchronous and asks a store. Each runs as soon as the fields that it reads are valid.";
export const group = "Checking";
export const docs = ["/docs/concepts/errors#refinements-of-several-fields"];

/** Taken rooms. A real application asks its database. */
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
    again: z.string().meta({ title: "Confirmation", widget: password() }),
  })
  .refine(({ arrival, departure }) => arrival < departure, {
    error: "Must be after the arrival",
    path: ["departure"],
  })
  .refine(({ secret, again }) => secret === again, {
    error: "Enter the same password twice",
    path: ["again"],
  })
  .superRefine(({ guests, beds }, context) => {
    if (guests <= beds) return;
    context.addIssue({ code: "custom", message: `${guests} guests do not fit into ${beds} beds` });
    context.addIssue({ code: "custom", message: `At most ${beds}`, path: ["guests"] });
  })
  .refine(async ({ room }) => !(await isTaken(room)), {
    error: "Choose another room: this one is taken",
    path: ["room"],
  });

const form = createForm(Booking, { formId: "booking", buttons: ["book"] });

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(
      form,
      ({ room, arrival, departure }) => ({ room, nights: (+departure - +arrival) / 86_400_000 }),
      {
        notice: ({ room, nights }) => `The ${room} is yours for ${nights} nights.`,
        view: (booking, req) => page(req, { forms: [booking] }),
      },
    ),
  );
}
