import { formRoute } from "@turnform/express-adapter";
import { bootstrap, compact, createForm, textArea, type Theme } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Themes";
export const about =
  "Custom properties change Turnform’s look: five of them make a form green with sharp corners. The same form is also here in the dense theme for back offices, and in Bootstrap.";
export const group = "Templates";
export const docs = ["/docs/guide/06-themes#colours-and-sizes", "/docs/packages/form#themes-and-layouts"];
export const files = ["public/garden.css", "views/bootstrap.hbs"];

const Guest = z.object({ name: z.string(), child: z.boolean() }).meta({ title: "Guest" });

const Booking = z.object({
  hotel: z.enum(["Harbour", "Lighthouse"]),
  nights: z.int().min(1).max(30),
  guests: z.array(Guest).min(1).max(4).meta({ orderable: true }),
  wishes: z
    .string()
    .optional()
    .meta({ widget: textArea({ rows: 3 }) }),
});

/** Adds the class of `garden.css`, which sets the custom properties. */
const garden: Theme = { classes: { "tf-form": "garden" }, resources: ["turnform.css"] };

const inGarden = createForm(Booking, { formId: "garden", theme: garden, buttons: ["book"] });
const isCompact = createForm(Booking, { formId: "compact", theme: compact(), buttons: ["book"] });
const inBootstrap = createForm(Booking, { formId: "bootstrap", theme: bootstrap(), buttons: ["book"] });

type Booking = z.output<typeof Booking>;
const save = ({ hotel, nights }: Booking): string => `${hotel}, ${nights} nights: booked.`;
const notice = (text: string): string => text;

const themes = [
  ["", "Green"],
  ["/compact", "Dense"],
  ["/bootstrap", "Bootstrap"],
] as const;

/** Returns links to the form in all themes. */
const views = (current: string): object =>
  themes.map(([path, label]) => ({ label, href: `/gallery/themes${path}`, current: label === current }));

export function routes(page: FeaturePage): Router {
  const router = Router();
  router.all(
    "/",
    formRoute(inGarden, save, {
      notice,
      view: (form, req) =>
        page(req, {
          forms: [form],
          stage: `<link rel="stylesheet" href="/garden.css">${String(form)}`,
          locals: { views: views("Green") },
        }),
    }),
  );
  router.all(
    "/compact",
    formRoute(isCompact, save, {
      notice,
      view: (form, req) =>
        page(req, { forms: [form], heading: "Dense and square", locals: { views: views("Dense") } }),
    }),
  );
  router.all(
    "/bootstrap",
    (_req, res, next) => {
      // Bootstrap draws ticks and chevrons as data URLs.
      res.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
      next();
    },
    formRoute(inBootstrap, save, {
      notice,
      view: (form, req) =>
        page(req, { forms: [form], view: "bootstrap", locals: { views: views("Bootstrap") } }),
    }),
  );
  return router;
}
