import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { HttpError } from "./http-error.ts";

/** What `formRoute()` needs of a form; every `Form` of `@turnform/form` has it. */
export interface RoutableForm<Value> {
  render(appstruct?: unknown): FilledForm;
  validateAsync(controls: Iterable<Control>): Promise<RoutableResult<Value>>;
}

/** What `formRoute()` needs of a form's `Result`. */
export type RoutableResult<Value> =
  | { readonly kind: "valid"; readonly value: Value; readonly button?: string | undefined }
  | { readonly kind: "invalid" | "edited"; readonly form: FilledForm }
  | { readonly kind: "malformed"; readonly error: { readonly message: string } };

/**
 * What a form's route does at each turn of the cycle; `Params` follows from the path of the route.
 *
 * What the callbacks throw goes to the error handler of the app.
 */
export interface FormRouteOptions<Value, Saved, Params> {
  /**
   * What GET shows, or a promise of it; without `load`, a blank form. Asked before a POST too: what is gone can't be saved.
   *
   * @returns undefined where there is no such thing: the request is passed on, so that the app's own 404 answers
   */
  readonly load?: (req: Request<Params>) => unknown;
  /** Takes the validated value and the name of the pressed button. */
  readonly save: (value: Value, req: Request<Params>, button: string | undefined) => Saved | Promise<Saved>;
  /** The name of a view, rendered with `{ form }`, or a function that makes the page's HTML. */
  readonly view: string | ((form: FilledForm, req: Request<Params>) => string | Promise<string>);
  /** Where the browser goes after saving (303). */
  readonly redirect: string | ((saved: Saved, req: Request<Params>) => string);
}

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
 * @returns the handler, for `.all()`
 */
export function formRoute<Value, Saved, Params = Record<string, string>>(
  form: RoutableForm<Value>,
  options: FormRouteOptions<NoInfer<Value>, Saved, Params>,
): RequestHandler<Params> {
  const { load, save, view, redirect } = options;

  async function show(req: Request<Params>, res: Response, next: NextFunction): Promise<void> {
    const appstruct = await load?.(req);
    if (load !== undefined && appstruct === undefined) next();
    else await send(form.render(appstruct), req, res);
  }

  async function submit(req: Request<Params>, res: Response, next: NextFunction): Promise<void> {
    if (load !== undefined && (await load(req)) === undefined) return next();
    const result = await form.validateAsync(req.controls);
    switch (result.kind) {
      case "valid": {
        const saved = await save(result.value, req, result.button);
        return res.redirect(303, typeof redirect === "string" ? redirect : redirect(saved, req));
      }
      case "invalid":
      case "edited":
        return send(result.form, req, res);
      case "malformed":
        throw new HttpError(400, result.error.message);
      default:
        return result satisfies never;
    }
  }

  async function send(page: FilledForm, req: Request<Params>, res: Response): Promise<void> {
    res.status(page.status);
    if (typeof view === "string") res.render(view, { form: page });
    else res.type("html").send(await view(page, req));
  }

  return (req, res, next) => {
    if (!Object.hasOwn(req, "controls")) {
      throw new Error("formRoute() needs req.controls: call app.use(controls()) before the routes");
    }
    switch (req.method) {
      case "GET":
      case "HEAD":
        return show(req, res, next);
      case "POST":
        return submit(req, res, next);
      default:
        res.set("Allow", "GET, HEAD, POST");
        throw new HttpError(405, `A form takes GET, HEAD and POST, not ${req.method}`);
    }
  };
}
