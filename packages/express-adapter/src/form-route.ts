import type { FilledForm } from "@turnform/form";
import type { Request, RequestHandler, Response } from "express";
import { answerCall, checkTurns, type Forms, formsOf, type PageAnswer } from "./cycle.ts";
import { exchangeOf } from "./express-exchange.ts";
import { type FormTurn, formTurn, type FormTurnOptions, type Save } from "./form-turn.ts";
import type { DataFor, PageOf, RoutableForm } from "./routable-form.ts";
import type { FormCall } from "./turn.ts";

/** Options of `formRoute()`. */
export type FormRouteOptions<
  F extends RoutableForm,
  Saved,
  Params,
  Loaded extends DataFor<F> = DataFor<F>,
> = FormTurnOptions<F, Saved, Params, Loaded> & ViewOption<PageOf<F>, Params>;

interface ViewOption<Page, Params> {
  /** The name of a view, rendered with `{ form }`, or a function that returns the page's HTML. */
  readonly view: string | ((form: Page, req: Request<Params>) => string | Promise<string>);
}

/** Options of `formsRoute()`. */
export interface FormsRouteOptions<Params> {
  /** The name of a view, rendered with `{ forms }`, or a function that returns the page's HTML. It gets the forms by id. */
  readonly view: string | ((forms: Forms, req: Request<Params>) => string | Promise<string>);
}

/**
 * Returns the handler of a form's route. GET shows the form. POST saves the data and redirects (303), or shows the form again
 * with its errors (422) or after an edit (200). Unbalanced markers are a 400, other methods a 405.
 *
 *     app.use(controls());
 *     const save = (preset: Preset, req: Request) => presets.set(req.params.id, preset);
 *     app.route("/presets/:id").all(formRoute(form, save, {
 *       load: (req) => presets.get(req.params.id),
 *       view: (form) => `<!doctype html><title>Preset</title>${String(form)}`,
 *       redirect: "/presets",
 *     }));
 *
 * The same route serves forms that post by fetch. They get the address in a header instead of a redirect.
 *
 * @returns the handler, for `.all()`
 * @throws TypeError for a form sent by GET
 */
export function formRoute<
  F extends RoutableForm,
  Saved,
  Params = Record<string, string>,
  const Loaded extends DataFor<F> = DataFor<F>,
>(
  form: F,
  save: Save<F, Saved, Params>,
  options: FormRouteOptions<F, NoInfer<Saved>, Params, Loaded>,
): RequestHandler<Params> {
  const turn = formTurn(form, save, options);
  const { view }: ViewOption<never, Params> = options;
  return route([turn], async ([page], req, res) => {
    if (!page) return;
    res.status(page.status);
    if (typeof view === "string") res.render(view, { form: page });
    else res.type("html").send(await Reflect.apply(view, undefined, [page, req]));
  });
}

/**
 * Returns the handler of a page with several forms. A post names its form by `__formid__`; the other forms are shown as
 * by GET.
 *
 *     app.all("/account", formsRoute([
 *       formTurn(profile, saveProfile, { load, redirect: "/account" }),
 *       formTurn(password, savePassword, { redirect: "/account" }),
 *     ], { view: ({ profile, password }) => `<!doctype html>${profile}${password}` }));
 *
 * @returns the handler, for `.all()`
 * @throws TypeError if two forms have the same id
 */
export function formsRoute<Params = Record<string, string>>(
  turns: readonly FormTurn<Params>[],
  { view }: FormsRouteOptions<Params>,
): RequestHandler<Params> {
  checkTurns(turns);
  return route(turns, async (pages, req, res) => {
    const { forms, status } = formsOf(pages);
    res.status(status);
    if (typeof view === "string") res.render(view, { forms });
    else res.type("html").send(await view(forms, req));
  });
}

/** Sends a page with all forms of a route. */
type Show<Params> = (pages: readonly FilledForm[], req: Request<Params>, res: Response) => Promise<void>;

function route<Params>(turns: readonly FormTurn<Params>[], show: Show<Params>): RequestHandler<Params> {
  return async (req, res, next) => {
    if (!Object.hasOwn(req, "controls")) {
      throw new Error("req.controls is missing. To serve forms, call app.use(controls()) before the routes");
    }
    await answerCall(turns, callOf(req), {
      page: (pages) => show(pages, req, res),
      async redirect(location) {
        res.redirect(303, location);
      },
      async toScript(location) {
        res.status(204).set("X-Turnform-Location", location).end();
      },
      async json({ status, type, body }) {
        res.status(status).type(type).send(body);
      },
      async nothing() {
        next();
      },
    } satisfies PageAnswer<void>);
  };
}

function callOf<Params>(req: Request<Params>): FormCall<Request<Params>, undefined> {
  return {
    request: req,
    context: undefined,
    exchange: exchangeOf(req),
    get controls() {
      return req.controls;
    },
  };
}
