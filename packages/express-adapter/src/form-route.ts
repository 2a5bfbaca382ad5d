import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { discardNewFiles } from "./discard-files.ts";
import { type FormTurn, formTurn, type FormTurnOptions, type RoutableForm, textOf } from "./form-turn.ts";
import { HttpError } from "./http-error.ts";
import { checkAddress } from "./redirect-address.ts";

/** What a form's route does at each turn of the cycle. */
export interface FormRouteOptions<Value, Saved, Params> extends FormTurnOptions<Value, Saved, Params> {
  /** The name of a view, rendered with `{ form }`, or a function that makes the page's HTML. */
  readonly view: string | ((form: FilledForm, req: Request<Params>) => string | Promise<string>);
}

/** How a page of several forms is shown. */
export interface FormsRouteOptions<Params> {
  /** The name of a view, rendered with `{ forms }`, or a function that makes the page's HTML. The forms are by their ids. */
  readonly view: string | ((forms: Forms, req: Request<Params>) => string | Promise<string>);
}

/** The forms of a page, by their ids. */
export type Forms = Readonly<Record<string, FilledForm>>;

/**
 * Makes the route of a form, the whole cycle: GET shows it; POST saves and redirects (303), or shows it again with
 * its errors (422) or edited (200). Markers that don't fit together are a 400, other methods a 405.
 *
 *     app.use(controls());
 *     app.route("/presets/:id").all(formRoute(form, {
 *       load: (req) => presets.get(req.params.id),
 *       save: (preset, req) => presets.set(req.params.id, preset),
 *       view: (form) => `<!doctype html><title>Preset</title>${String(form)}`,
 *       redirect: "/presets",
 *     }));
 *
 * The same route serves a form that posts by fetch: it is told where to go instead of being sent there.
 *
 * @returns the handler, for `.all()`
 * @throws TypeError for a form sent by GET
 */
export function formRoute<Value, Saved, Params = Record<string, string>>(
  form: RoutableForm<Value>,
  options: FormRouteOptions<NoInfer<Value>, Saved, Params>,
): RequestHandler<Params> {
  const { view } = options;
  return route([formTurn(form, options)], async ([page], req, res) => {
    if (!page) return;
    res.status(page.status);
    if (typeof view === "string") res.render(view, { form: page });
    else res.type("html").send(await view(page, req));
  });
}

/**
 * Makes the route of a page with several forms: a post says by `__formid__` which of them it is, the others are shown as
 * GET shows them.
 *
 *     app.all("/account", formsRoute([
 *       formTurn(profile, { load, save: saveProfile, redirect: "/account" }),
 *       formTurn(password, { save: savePassword, redirect: "/account" }),
 *     ], { view: ({ profile, password }) => `<!doctype html>${profile}${password}` }));
 *
 * @returns the handler, for `.all()`
 * @throws TypeError where two forms have one id
 */
export function formsRoute<Params = Record<string, string>>(
  turns: readonly FormTurn<Params>[],
  { view }: FormsRouteOptions<Params>,
): RequestHandler<Params> {
  const ids = turns.map(({ formId }) => formId);
  if (new Set(ids).size < ids.length)
    throw new TypeError(`Forms on one page need ids of their own, not ${ids.join(", ")}`);
  return route(turns, async (pages, req, res) => {
    const forms: Forms = Object.fromEntries(pages.map((page) => [page.formId, page]));
    res.status(Math.max(...pages.map(({ status }) => status)));
    if (typeof view === "string") res.render(view, { forms });
    else res.type("html").send(await view(forms, req));
  });
}

/** Shows the pages of a route's forms, all of them there. */
type Show<Params> = (pages: readonly FilledForm[], req: Request<Params>, res: Response) => Promise<void>;

function route<Params>(turns: readonly FormTurn<Params>[], show: Show<Params>): RequestHandler<Params> {
  /** Every form as GET shows it, but for one; undefined where one of them is not there. */
  async function pagesAround(
    req: Request<Params>,
    given?: FilledForm,
  ): Promise<readonly FilledForm[] | undefined> {
    const pages = await Promise.all(
      turns.map(async (turn) => (turn.formId === given?.formId ? given : turn.show(req))),
    );
    const there = pages.filter((page) => page !== undefined);
    return there.length === pages.length ? there : undefined;
  }

  /** Turns the form that was posted. */
  async function submit(req: Request<Params>, res: Response, next: NextFunction): Promise<void> {
    const sender = { hasLeft: false };
    res.once("close", () => (sender.hasLeft = !res.writableEnded));
    const answer = await turnOf(req, turns).submit(req);
    if (typeof answer === "string") return redirect(req, res, answer);
    const pages = answer && (await pagesAround(req, answer));
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
      const pages = await pagesAround(req);
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
      throw new Error("A form's route needs req.controls: call app.use(controls()) before the routes");
    }
    try {
      await respond(req, res, next);
    } catch (error) {
      // The answer is no page of the form, so it shows none of the files
      await discardNewFiles(controlsThatWereRead(req));
      throw error;
    }
  };
}

/**
 * Keeps caches from showing a person's page to anybody else. A `Cache-Control` that the application sets before, or in its view, stays.
 */
function forbidCaches(res: Response, isPersonal: boolean): void {
  res.vary("Cookie");
  if (!res.hasHeader("Cache-Control"))
    res.set("Cache-Control", isPersonal ? "private, no-store" : "private, no-cache");
}

/** Returns no controls for a body that is no form: asking for them would throw. */
function controlsThatWereRead(req: object): readonly Control[] {
  const { value }: { value?: unknown } = Object.getOwnPropertyDescriptor(req, "controls") ?? {};
  return Array.isArray(value) ? value : [];
}

/** The form that a post says it is; one without a name is meant where there is only one. */
function turnOf<Params>(req: Request<Params>, turns: readonly FormTurn<Params>[]): FormTurn<Params> {
  const formId = textOf(req.controls, "__formid__") ?? (turns.length === 1 ? turns[0]?.formId : undefined);
  const turn = turns.find((each) => each.formId === formId);
  if (turn) return turn;
  const ids = turns.map((each) => `"${each.formId}"`).join(" or ");
  throw new HttpError(
    400,
    `The form ${formId === undefined ? "does not say which it is" : `says it is "${formId}"`}; expected ${ids}`,
  );
}

/** A script that posted by fetch goes there itself, since it can't see where a redirect leads before following it. */
function redirect<Params>(req: Request<Params>, res: Response, location: string): void {
  checkAddress(location, `${req.protocol}://${req.get("Host")}${req.originalUrl}`);
  if (req.get("X-Turnform") !== "fetch") return res.redirect(303, location);
  // Express writes addresses so that they can stand in a header
  const address = res.location(location).get("Location");
  res.removeHeader("Location");
  res.status(204).set("X-Turnform-Location", address).end();
}
