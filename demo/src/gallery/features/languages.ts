import { formRoute } from "@turnform/express-adapter";
import type { FilledForm } from "@turnform/form";
import { type Request, Router } from "express";
import type { FeaturePage } from "../feature.ts";
import type { Words } from "./languages/english.ts";
import { sampleTrip } from "./languages/sample.ts";
import { spoken } from "./languages/spoken.ts";
import { trip } from "./languages/trip.ts";

export const title = "Languages";
export const about =
  "One form in each of Turnform’s languages. The application supplies titles and choices in the language of the request; all other texts come from Turnform.";
export const group = "Languages";
export const docs = ["/docs/guide/07-languages#7-languages", "/docs/concepts/languages#the-forms-own-words"];
export const files = ["src/gallery/features/languages/trip.ts", "views/language.hbs"];

export function routes(page: FeaturePage): Router {
  const router = Router();
  router.get("/", async (req, res) => {
    res.send(await page(req, { forms: [], view: "languages", heading: "The pages", locals: { spoken } }));
  });

  for (const current of spoken) {
    const { language, words } = current;
    const { tag } = language;
    const speaker = { tag, t: (id: keyof Words) => words[id] };
    const sample = sampleTrip(speaker);
    const views = [
      { address: tag, label: words.blank },
      { address: `${tag}/filled`, label: words.filled },
      { address: `${tag}/readonly`, label: words.readonly },
    ];
    const view = (form: FilledForm, req: Request) =>
      page(req, {
        forms: [form],
        view: "language",
        locals: {
          ...current,
          languages: spoken.map((other) => ({ ...other, current: other === current })),
          views: views.map((other) => ({ ...other, current: req.path === `/${other.address}` })),
        },
      });
    const routeOf = (data: object) =>
      formRoute(trip, () => {}, {
        language: () => language,
        bind: () => speaker,
        load: () => data,
        notice: words.saved,
        view,
      });

    router.all(`/${tag}`, routeOf({}));
    router.all(`/${tag}/filled`, routeOf(sample));
    router.get(`/${tag}/readonly`, async (req, res) => {
      const form = trip.withLanguage(language).bind(speaker);
      res.send(await view(form.render(sample, { readonly: true }), req));
    });
  }
  return router;
}
