import { formRoute } from "@turnform/express-adapter";
import { bootstrap, createForm, textArea, type Theme } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Themes";
export const about =
  "Turnform’s own look goes by custom properties: this form is green and has sharp corners by five of them. In Bootstrap it has a page of its own.";
export const group = "Templates";
export const files = ["views/bootstrap.hbs"];

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

/** Classes beside Turnform's own, for a stylesheet of the application's: `.garden { --tf-accent: …; --tf-radius: 0 }`. */
const garden: Theme = { classes: { "tf-form": "garden" }, resources: ["turnform.css"] };

const inGarden = createForm(Booking, { formId: "garden", theme: garden, buttons: ["book"] });
const inBootstrap = createForm(Booking, { formId: "bootstrap", theme: bootstrap(), buttons: ["book"] });

type Booking = z.output<typeof Booking>;
const save = ({ hotel, nights }: Booking): string => `${hotel}, ${nights} nights: booked.`;
const notice = (said: string): string => said;

export function routes(page: FeaturePage): Router {
  const router = Router();
  router.all(
    "/",
    formRoute(inGarden, {
      save,
      notice,
      view: (form, req) =>
        page(req, {
          forms: [form],
          stage: `${String(form)}<p class="aside"><a href="/gallery/themes/bootstrap">The same form in Bootstrap</a></p>`,
        }),
    }),
  );
  router.all(
    "/bootstrap",
    (_req, res, next) => {
      // Bootstrap draws ticks and chevrons as data URLs.
      res.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
      next();
    },
    formRoute(inBootstrap, {
      save,
      notice,
      view: (form, req) => page(req, { forms: [form], view: "bootstrap" }),
    }),
  );
  return router;
}
