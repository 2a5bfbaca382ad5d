import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { discardNewFiles } from "./discard-files.ts";
import {
  type FormTurn,
  type DataFor,
  formTurn,
  type FormTurnOptions,
  type PageOf,
  type RoutableForm,
  type Save,
  textOf,
} from "./form-turn.ts";
import { HttpError } from "./http-error.ts";
import { checkAddress } from "./redirect-address.ts";

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

/** The forms of a page by id. */
export type Forms = Readonly<Record<string, FilledForm>>;

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
  const ids = turns.map(({ formId }) => formId);
  if (new Set(ids).size < ids.length)
    throw new TypeError(`Two forms of a page have the same id: ${ids.join(", ")}. Give each its own formId`);
  return route(turns, async (pages, req, res) => {
    const forms: Forms = Object.fromEntries(pages.map((page) => [page.formId, page]));
    res.status(Math.max(...pages.map(({ status }) => status)));
    if (typeof view === "string") res.render(view, { forms });
    else res.type("html").send(await view(forms, req));
  });
}

/** Sends a page with all forms of a route. */
type Show<Params> = (pages: readonly FilledForm[], req: Request<Params>, res: Response) => Promise<void>;

function route<Params>(turns: readonly FormTurn<Params>[], show: Show<Params>): RequestHandler<Params> {
  /** Returns all forms as GET shows them, except a posted one. Returns undefined if `load` finds nothing for one of them. */
  async function allPages(
    req: Request<Params>,
    posted?: FilledForm,
  ): Promise<readonly FilledForm[] | undefined> {
    const pages = await Promise.all(
      turns.map(async (turn) => (turn.formId === posted?.formId ? posted : turn.show(req))),
    );
    const found = pages.filter((page) => page !== undefined);
    return found.length === pages.length ? found : undefined;
  }

  /** Answers a POST. */
  async function submit(req: Request<Params>, res: Response, next: NextFunction): Promise<void> {
    const sender = { hasLeft: false };
    res.once("close", () => (sender.hasLeft = !res.writableEnded));
    const answer = await turnOf(req, turns).submit(req);
    if (typeof answer === "string") return redirect(req, res, answer);
    const pages = answer && (await allPages(req, answer));
    if (pages) {
      forbidCaches(res, true);
      await show(pages, req, res);
    }
    if (!pages || sender.hasLeft) await discardNewFiles(req.controls);
    if (!pages) next();
  }

  async function respond(req: Request<Params>, res: Response, next: NextFunction): Promise<unknown> {
    if (req.method === "POST") return submit(req, res, next);
    if (req.method === "GET" || req.method === "HEAD") {
      const pages = await allPages(req);
      if (!pages) return next();
      const isPersonal = turns.some((turn) => turn.isPersonal);
      forbidCaches(res, isPersonal);
      return show(pages, req, res);
    }
    res.set("Allow", "GET, HEAD, POST");
    throw new HttpError(405, `A form takes GET, HEAD and POST, not ${req.method}`);
  }

  return async (req, res, next) => {
    if (!Object.hasOwn(req, "controls")) {
      throw new Error("req.controls is missing. To serve forms, call app.use(controls()) before the routes");
    }
    try {
      await respond(req, res, next);
    } catch (error) {
      // The answer is no page of the form, so no page shows the new files
      await discardNewFiles(controlsThatWereRead(req));
      throw error;
    }
  };
}

/**
 * Keeps caches from showing one person's page to others. Leaves a `Cache-Control` that the application has set.
 */
function forbidCaches(res: Response, isPersonal: boolean): void {
  res.vary("Cookie");
  if (!res.hasHeader("Cache-Control"))
    res.set("Cache-Control", isPersonal ? "private, no-store" : "private, no-cache");
}

/** Returns the controls, or none for a body that is no form: reading `req.controls` would throw. */
function controlsThatWereRead(req: object): readonly Control[] {
  const { value }: { value?: unknown } = Object.getOwnPropertyDescriptor(req, "controls") ?? {};
  return Array.isArray(value) ? value : [];
}

/** Returns the form that a post names by `__formid__`. A page's only form needs no name. */
function turnOf<Params>(req: Request<Params>, turns: readonly FormTurn<Params>[]): FormTurn<Params> {
  const formId = textOf(req.controls, "__formid__") ?? (turns.length === 1 ? turns[0]?.formId : undefined);
  const turn = turns.find((candidate) => candidate.formId === formId);
  if (turn) return turn;
  const ids = turns.map((other) => `"${other.formId}"`).join(" or ");
  throw new HttpError(
    400,
    `The post names ${formId === undefined ? "no form" : `the form "${formId}"`}; expected ${ids}. Load the page again`,
  );
}

/** Redirects. A script that posted by fetch gets the address in a header: it can't see a redirect before following it. */
function redirect<Params>(req: Request<Params>, res: Response, location: string): void {
  checkAddress(location, `${req.protocol}://${req.get("Host")}${req.originalUrl}`);
  if (req.get("X-Turnform") !== "fetch") return res.redirect(303, location);
  // Express encodes the address for a header
  const address = res.location(location).get("Location");
  res.removeHeader("Location");
  res.status(204).set("X-Turnform-Location", address).end();
}
