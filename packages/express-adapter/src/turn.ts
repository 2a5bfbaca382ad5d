import { randomUUID } from "node:crypto";
import type { FilledForm, Language } from "@turnform/form";
import type { Bindings, Control } from "@turnform/schema";
import { discardNewFiles } from "./discard-files.ts";
import { hidesOrigin } from "./check-origin.ts";
import { type Exchange, mayBeShared } from "./exchange.ts";
import { FieldErrors } from "./field-errors.ts";
import { formToken, isProvenByToken, tokenOf } from "./form-token.ts";
import { HttpError } from "./http-error.ts";
import { memorySubmits } from "./memory-submits.ts";
import { digest, Once } from "./once.ts";
import { ownerOf } from "./owner.ts";
import { checkAddress } from "./redirect-address.ts";
import type { SubmitStore } from "./submit-store.ts";

/** Error of a page with an expired token. The page keeps everything the person typed. */
const TOKEN_EXPIRED =
  "This page was open for more than a day, so nothing was saved yet. Send the form again.";

/** The members of a form that a route uses. Every form of `@turnform/form` has them, bound or not. */
export interface RoutableForm {
  readonly formId: string;
  readonly method: "get" | "post";
  bind(bindings: Bindings): BoundForm;
  withLanguage(language: Language): RoutableForm;
}

/** A form that can be rendered, because its schema has no deferred parts left. */
export interface BoundForm extends RoutableForm {
  render(appstruct?: unknown): FilledForm;
  renderAsync(appstruct?: unknown): Promise<FilledForm>;
  validateAsync(controls: Iterable<Control>, current?: unknown): Promise<RoutableResult>;
}

/** The members of a validation's result that a route uses. */
export type RoutableResult =
  | {
      readonly kind: "valid";
      readonly value: unknown;
      /** Paths of the values that differ from the current data. */
      readonly changed: readonly string[];
      /** The posted fields as their widgets read them: equal for two posts with the same content. */
      readonly typed: unknown;
      readonly button?: string;
      readonly form: FilledForm;
    }
  | { readonly kind: "invalid"; readonly form: FilledForm }
  /** `isCheck` is true if a script asked for the errors only. */
  | { readonly kind: "edited"; readonly isCheck?: true; readonly form: FilledForm }
  | { readonly kind: "malformed"; readonly error: { readonly message: string }; readonly form: FilledForm };

/** The form with the deferred parts of its schema. Its types are those of the route's callbacks. */
type Bound<F extends RoutableForm> = ReturnType<F["bind"]>;
type Valid<F extends RoutableForm> = Bound<F>["validateAsync"] extends (
  ...args: never
) => Promise<infer Result>
  ? Extract<Result, { readonly kind: "valid" }>
  : never;

/** The page of a form. */
export type PageOf<F extends RoutableForm> = ReturnType<Bound<F>["render"]>;

/**
 * Saves the validated value; `button` is the name of the pressed button. `changed` lists the paths whose values differ from the data of
 * `load`; without `load` it is `[""]`. A second press of the same submit is not saved.
 *
 * @throws FieldErrors if the person can correct the data: the form is shown again with the messages at their fields
 */
export type SaveCallback<F extends RoutableForm, Saved, Req, Context> = (
  value: Valid<F>["value"],
  request: Req,
  button: Valid<F>["button"],
  changed: Valid<F>["changed"],
  context: Context,
) => Saved | Promise<Saved>;

/**
 * The options of a form's turn, on any server. Callbacks get the server's own request, and a context where the server has one.
 *
 * Errors of the callbacks go to the error handler of the app: throw an `HttpError` 404 or 409 to show its page.
 */
export type TurnOptions<
  F extends RoutableForm,
  Saved,
  Req,
  Context,
  Loaded extends DataFor<F> = DataFor<F>,
> = CommonOptions<Loaded, Req, Context> & BindOption<F, Req, Context> & AfterSaving<Saved, Req, Context>;

/** Data for a page of a form. */
export type DataFor<F extends RoutableForm> = Parameters<Bound<F>["render"]>[0];

interface CommonOptions<Data, Req, Context> {
  /**
   * Loads the data that GET shows. Without `load`, GET shows a blank form. It runs before a POST too: deleted data can't
   * be saved, and read-only fields keep their values.
   *
   * @returns the data, or a promise of it; undefined if there is none, which passes the request on to the app's own 404
   */
  readonly load?: (request: Req, context: Context) => Data | undefined | Promise<Data | undefined>;
  /** Returns the form's language for this request, such as `(req) => requestLanguage(req, [english, german])`. */
  readonly language?: (request: Req, context: Context) => Language | Promise<Language>;
  /**
   * True if posts need a hidden token, for browsers too old to send `Sec-Fetch-Site` or `Origin`. The token is signed with the
   * secret of `setSecret()` for the person's key, and valid for a day. Needs cookies. Default: false, and true for a page with
   * `Referrer-Policy: no-referrer` on plain http, where browsers hide the origin.
   */
  readonly token?: boolean;
  /** Remembers the saved submits. Default: `memorySubmits()`. Several processes need a shared store. */
  readonly submits?: SubmitStore;
}

/** Returns the bindings of the schema's deferred parts for this request. A form that can't be rendered without them needs it. */
type BindOption<F extends RoutableForm, Req, Context> = F extends BoundForm
  ? { readonly bind?: Bind<Req, Context> }
  : { readonly bind: Bind<Req, Context> };
type Bind<Req, Context> = (request: Req, context: Context) => Bindings | Promise<Bindings>;

/** The answer after saving: a redirect, a notice, or a redirect to a page that shows the notice. */
type AfterSaving<Saved, Req, Context> =
  | {
      /**
       * The address to redirect to after saving (303): a path of this site, an address relative to the form's own, or another
       * site's full `https://…`.
       */
      readonly redirect: AfterSave<Saved, Req, Context>;
      /** A message for the next page. It goes there in a signed cookie, and the next form shows it once. */
      readonly notice?: AfterSave<Saved, Req, Context>;
    }
  | {
      /** A message shown after saving, on top of the form as GET shows it (200). */
      readonly notice: AfterSave<Saved, Req, Context>;
      readonly redirect?: never;
    };

/** A text, or a function that returns one from the result of `save`. */
type AfterSave<Saved, Req, Context> = string | ((saved: Saved, request: Req, context: Context) => string);

/** Options as the route reads them, for any form. */
export type AnyTurnOptions<Req, Context> = CommonOptions<unknown, Req, Context> & {
  readonly bind?: Bind<Req, Context>;
  readonly redirect?: AfterSave<never, Req, Context>;
  readonly notice?: AfterSave<never, Req, Context>;
};

/** One request to a form's turn. */
export interface Call<Req, Context> {
  /** The server's own request, for the callbacks. */
  readonly request: Req;
  readonly context: Context;
  readonly exchange: Exchange;
  /** The controls of the request. Reading them throws an HttpError 415 if the body is no form. */
  readonly controls: readonly Control[];
}

/** A redirect after saving. */
interface Redirect {
  readonly location: string;
  /** A message for the next page. */
  readonly notice?: string;
}

/** A form of a page, with its answers to GET and POST. */
export interface Turn<Req, Context> {
  readonly formId: string;
  /** Returns true if the form shows data or carries a token: no cache may keep its page. */
  isPersonal(exchange: Exchange): boolean;
  /** Returns the form as GET shows it; undefined if `load` finds nothing. */
  show(call: Call<Req, Context>): Promise<FilledForm | undefined>;
  /** Handles a POST. Returns a page to show, a redirect, or undefined if `load` finds nothing. */
  submit(call: Call<Req, Context>): Promise<FilledForm | Redirect | undefined>;
}

/**
 * Combines a form with its callbacks. Each server's `formTurn()` relates the types of the callbacks to the form; nothing here
 * needs them.
 *
 * @throws TypeError for a form sent by GET, which has nothing to save; without `redirect` and `notice`;
 *   and for an address that `redirect` does not allow
 */
export function turnOf<Req, Context>(
  form: RoutableForm,
  save: (value: never, request: Req, button: never, changed: never, context: Context) => unknown,
  options: AnyTurnOptions<Req, Context>,
): Turn<Req, Context> {
  if (typeof save !== "function")
    throw new TypeError(
      `The second argument for form "${form.formId}" is no function. Give its save: formRoute(form, save, { view, redirect })`,
    );
  const { load, bind, language, redirect, notice, token = false } = options;
  if (form.method === "get") {
    throw new TypeError(
      `Form "${form.formId}" is sent by GET, which saves nothing. Read it with form.validate(req.controls)`,
    );
  }
  if (redirect === undefined && notice === undefined) {
    throw new TypeError(
      `Form "${form.formId}" needs a redirect or a notice after saving. Set at least one of them`,
    );
  }
  if (typeof redirect === "string") checkAddress(redirect);
  const once = new Once(options.submits ?? memorySubmits());

  /**
   * Returns the hidden controls of a page, and sets the person's key in a cookie, to recognise the page's post. A page that
   * caches may share sets no key, since everybody would get the same.
   */
  async function hiddenOf(
    { exchange }: Call<Req, Context>,
    page: string,
  ): Promise<{ __once__: string; __token__?: string }> {
    if (!token && mayBeShared(exchange)) return { __once__: page };
    const owner = await ownerOf(exchange).getOrCreate();
    const hasToken = token || hidesOrigin(exchange);
    return { __once__: page, ...(hasToken && { __token__: formToken(exchange.keyring, owner) }) };
  }

  /** Returns a digest of a page's person, form, address and random text; undefined for a post without that text. */
  async function pageOf({ exchange, controls }: Call<Req, Context>): Promise<string | undefined> {
    const page = textOf(controls, "__once__");
    if (!page) return undefined;
    const person = await ownerOf(exchange).sent();
    // Without cookies, the IP address and the browser stand for the person
    return digest([person ?? [exchange.ip, exchange.header("User-Agent")], form.formId, exchange.path, page]);
  }

  async function formFor({ request, context, exchange }: Call<Req, Context>): Promise<BoundForm> {
    if (language) exchange.answer.vary("Accept-Language");
    const localized = language ? form.withLanguage(await language(request, context)) : form;
    if (bind) return localized.bind(await bind(request, context));
    if (isBound(localized)) return localized;
    throw new TypeError(`Form "${form.formId}" has deferred parts. Give its route the option bind`);
  }

  async function show(call: Call<Req, Context>): Promise<FilledForm | undefined> {
    const appstruct = await load?.(call.request, call.context);
    if (load !== undefined && appstruct === undefined) return undefined;
    const page = await (await formFor(call)).renderAsync(appstruct);
    return page.withHidden(await hiddenOf(call, randomUUID()));
  }

  return {
    formId: form.formId,
    isPersonal: (exchange) => load !== undefined || bind !== undefined || token || hidesOrigin(exchange),
    show,
    async submit(call) {
      const { request, context, exchange } = call;
      const current = await load?.(request, context);
      if (load !== undefined && current === undefined) return undefined;
      const { controls } = call;
      const needsToken = token || isProvenByToken(exchange);
      const tokenState = needsToken ? await tokenOf(exchange, controls) : "good";
      if (tokenState === "forged") {
        throw new HttpError(
          403,
          "This page is out of date, or your browser blocks cookies. Load the page again, and send the form from there",
        );
      }
      const result = await (await formFor(call)).validateAsync(controls, current);
      if (result.kind === "malformed") throw new HttpError(result.form.status, result.error.message);
      const { form: shown } = result;
      /** Returns the post as a page with the same `__once__`, so that it still counts as the same page. */
      async function page(): Promise<FilledForm> {
        const page = shown.withHidden(await hiddenOf(call, textOf(controls, "__once__") ?? randomUUID()));
        // A check keeps no files: they come with the submit
        const isCheck = result.kind === "edited" && result.isCheck === true;
        await discardNewFiles(controls, isCheck ? undefined : page);
        return page;
      }
      if (result.kind !== "valid") return page();
      if (tokenState === "expired") return (await page()).withErrors({ "": TOKEN_EXPIRED }, 403);
      const press = { isFirst: false };
      const { value, button, typed } = result;
      const saveIt = async (): Promise<string> => {
        press.isFirst = true;
        const { changed } = result;
        const saved: unknown = await Reflect.apply(save, undefined, [
          value,
          request,
          button,
          changed,
          context,
        ]);
        const textFrom = (after: AfterSave<never, Req, Context>): string =>
          typeof after === "string" ? after : Reflect.apply(after, undefined, [saved, request, context]);
        const texts = [redirect, notice].filter((after) => after !== undefined).map(textFrom);
        return texts.length === 1 ? (texts[0] ?? "") : JSON.stringify(texts);
      };
      const key = await pageOf(call);
      try {
        const answer = await (key === undefined ? saveIt() : once.run(key, digest([typed, button]), saveIt));
        // `save` did not run for a second press, so nothing uses its files
        await discardNewFiles(controls, press.isFirst ? shown : undefined);
        if (redirect === undefined) return (await show(call))?.withNotice(answer);
        return notice === undefined ? { location: answer } : redirectIn(answer);
      } catch (error) {
        if (error instanceof FieldErrors) return (await page()).withErrors(error.errors, error.status);
        throw error;
      }
    },
  };
}

function isBound(form: RoutableForm): form is BoundForm {
  return "render" in form;
}

/** Returns the redirect and the notice of a saved submit. */
function redirectIn(answer: string): Redirect {
  const [location, notice]: string[] = JSON.parse(answer);
  return { location: location ?? "", notice: notice ?? "" };
}

/** Returns the text of the first control with a name. */
export function textOf(controls: readonly Control[], name: string): string | undefined {
  const value = controls.find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
