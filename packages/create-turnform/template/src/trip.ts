/** The data of the application, and its form. */
import { createForm } from "@turnform/form";
import { z } from "zod";

const Stop = z
  .object({
    place: z.string().max(40),
    nights: z.int().min(1).max(30).default(1),
  })
  .meta({ title: "Stop" });

const Trip = z.object({
  name: z.string().max(60),
  stops: z.array(Stop).min(1).max(20).meta({ orderable: true }),
});

export type Trip = z.output<typeof Trip>;

export const form = createForm(Trip, { formId: "trip", buttons: ["save"] });
