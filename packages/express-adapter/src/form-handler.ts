import { checkTurns, type Forms, formsOf } from "./cycle.ts";
import { type Handler, handler, type HandlerOptions } from "./handler.ts";
import type { DataFor, PageOf, RoutableForm } from "./routable-form.ts";
import { type WebTurn, webTurn, type WebTurnOptions, type WebSave } from "./web-turn.ts";

/** Options of `formHandler()`. */
export type FormHandlerOptions<
  F extends RoutableForm,
  Saved,
  Context,
  Loaded extends DataFor<F> = DataFor<F>,
> = WebTurnOptions<F, Saved, Context, Loaded> & HandlerOptions<Context> & ViewOption<PageOf<F>, Context>;

interface ViewOption<Page, Context> {
  /** Returns the page's HTML. */
  readonly view: (form: Page, request: Request, context: Context) => string | Promise<string>;
}

/** Options of `formsHandler()`. */
export interface FormsHandlerOptions<Context> extends HandlerOptions<Context> {
  /** Returns the page's HTML. It gets the forms by id. */
  readonly view: (forms: Forms, request: Request, context: Context) => string | Promise<string>;
}

/**
 * Returns a handler for a form's address, on any server with web requests: Hono, Next.js, Astro, Bun, Deno and others. It answers
 * as `formRoute()` does on Express: GET shows the form; POST saves the data and redirects (303), or shows the form again with its
 * errors (422) or after an edit (200).
 *
 *     const handle = formHandler(form, (preset) => presets.set("1", preset), {
 *       load: () => presets.get("1"),
 *       view: (form) => `<!doctype html><title>Preset</title>${form}`,
 *       redirect: "/presets",
 *     });
 *     app.all("/presets/1", (c) => handle(c.req.raw));
 *
 * It reads the body itself. A refused request gets a small page with the reason, or problem details (RFC 9457) if the client
 * prefers JSON. If `load` returns undefined, the answer is such a 404.
 *
 * @returns the handler; it rejects with the errors of the callbacks that are no `HttpError`
 * @throws TypeError for a form sent by GET, and for options that make no sense
 */
export function formHandler<
  F extends RoutableForm,
  Saved,
  Context = unknown,
  const Loaded extends DataFor<F> = DataFor<F>,
>(
  form: F,
  save: WebSave<F, Saved, Context>,
  options: FormHandlerOptions<F, NoInfer<Saved>, Context, Loaded>,
): Handler<Context> {
  const turn = webTurn(form, save, options);
  const { view }: ViewOption<never, Context> = options;
  return handler([turn], options, async ([page], request, context) => ({
    status: page?.status ?? 200,
    html: String(await Reflect.apply(view, undefined, [page, request, context])),
  }));
}

/**
 * Returns a handler for a page with several forms. A post names its form by `__formid__`; the other forms are shown as by GET.
 *
 *     const handle = formsHandler([
 *       webTurn(profile, saveProfile, { load, redirect: "/account" }),
 *       webTurn(password, savePassword, { redirect: "/account" }),
 *     ], { view: ({ profile, password }) => `<!doctype html>${profile}${password}` });
 *
 * @throws TypeError if two forms have the same id, and for options that make no sense
 */
export function formsHandler<Context = unknown>(
  turns: readonly WebTurn<Context>[],
  options: FormsHandlerOptions<Context>,
): Handler<Context> {
  const { view } = options;
  checkTurns(turns);
  return handler(turns, options, async (pages, request, context) => {
    const { forms, status } = formsOf(pages);
    return { status, html: await view(forms, request, context) };
  });
}
