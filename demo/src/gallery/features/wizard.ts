import { formRoute } from "@turnform/express-adapter";
import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { type Request, Router } from "express";
import type { FeaturePage } from "../feature.ts";
import { Visits } from "../visits.ts";
import { send, steps } from "./wizard/steps.ts";

export const title = "Wizard";
export const about =
  "Three forms in order, then a summary before sending. Going back keeps all values, valid or not. No step can be skipped.";
export const group = "Forms";
export const docs = ["/docs/recipes/wizard#the-steps"];
export const files = ["src/gallery/features/wizard/steps.ts", "src/gallery/visits.ts", "views/wizard.hbs"];

/** A visitor's posts so far by step, and the values of the last sent form. */
interface Visit {
  readonly posted: Readonly<Record<string, readonly Control[]>>;
  readonly sent?: readonly object[];
}
const visits = new Visits<Visit>("wizard");
const visitOf = (req: Request): Visit => visits.get(req) ?? { posted: {} };

/** Returns the values of the completed steps, up to the first invalid one. */
function valuesOf(req: Request): readonly object[] {
  const { posted } = visitOf(req);
  const values: object[] = [];
  for (const { name, form } of steps) {
    const result = form.validate(posted[name] ?? []);
    if (result.kind !== "valid") break;
    values.push(result.value);
  }
  return values;
}

const isBack = ({ controls }: Request): boolean => controls.some(([name]) => name === "back");

export function routes(page: FeaturePage): Router {
  const router = Router();
  router.get("/", (req, res) => res.redirect(303, `${req.baseUrl}/you`));

  for (const [at, { name, title, form }] of steps.entries()) {
    const show = (req: Request, filled: FilledForm): Promise<string> =>
      page(req, {
        forms: [filled],
        view: "wizard",
        heading: `Step ${at + 1} of ${steps.length}: ${title}`,
        locals: { steps: steps.map((step, i) => ({ ...step, current: i === at, done: i < at })) },
      });

    router.get(`/${name}`, async (req, res) => {
      const open = steps[valuesOf(req).length];
      const posted = visitOf(req).posted[name];
      if (open && steps.indexOf(open) < at) res.redirect(303, open.name);
      else res.send(await show(req, posted ? form.draft(posted) : form.render()));
    });
    router.post(`/${name}`, async (req, res) => {
      visits.set(req, { posted: { ...visitOf(req).posted, [name]: req.controls } });
      const result = form.validate(req.controls);
      if (isBack(req)) res.redirect(303, steps[at - 1]?.name ?? name);
      else if (result.kind === "valid") res.redirect(303, steps[at + 1]?.name ?? "summary");
      else res.status(result.form.status).send(await show(req, result.form));
    });
  }

  const isDone = (req: Request): boolean => valuesOf(req).length === steps.length;
  router.post("/summary", (req, res, next) => (isBack(req) ? res.redirect(303, "extras") : next()));
  router.all(
    "/summary",
    formRoute(send, (_, req) => visits.set(req, { posted: {}, sent: valuesOf(req) }), {
      load: (req) => (isDone(req) ? {} : undefined),
      redirect: "sent",
      view(form, req) {
        const values = valuesOf(req);
        const summary = steps.map((step, at) => ({
          ...step,
          done: true,
          shown: step.form.render(values[at], { readonly: true }),
        }));
        const forms = [form, ...summary.map(({ shown }) => shown)];
        return page(req, {
          forms,
          view: "wizard",
          heading: "Summary",
          stage: String(form),
          locals: { summary, steps: summary },
        });
      },
    }),
    // The steps are incomplete, or already sent.
    (req, res) =>
      res.redirect(303, visitOf(req).sent ? "sent" : (steps[valuesOf(req).length]?.name ?? "you")),
  );
  router.get("/sent", async (req, res) => {
    const { sent } = visitOf(req);
    if (!sent) return res.redirect(303, "you");
    const stage = `<p class="notice" role="status">Your booking was sent. Have a good journey!</p><p><a href="you">Start again</a></p>`;
    res.send(await page(req, { forms: [], heading: "Sent", stage, data: sent }));
  });
  return router;
}
