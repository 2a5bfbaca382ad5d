import { randomUUID } from "node:crypto";
import type { FilledForm, Language } from "@turnform/form";
import type { Bindings, Control } from "@turnform/schema";
import { type DataAnswer, invalidData, refuseFiles, unsavedData } from "./data-answer.ts";
import { discardNewFiles } from "./discard-files.ts";
import { hidesOrigin } from "./check-origin.ts";
import { type Exchange, mayBeShared } from "./exchange.ts";
import { FieldErrors } from "./field-errors.ts";
import { formToken, headerToken, isProvenByToken, tokenOf, type TokenState } from "./form-token.ts";
import { HttpError } from "./http-error.ts";
import { ownerOf } from "./owner.ts";
import { checkAddress } from "./redirect-address.ts";
import { type AfterSave, type AnySave, type Call, Saving } from "./saving.ts";
import type { BoundForm, DataFor, RoutableForm, Valid } from "./routable-form.ts";
import type { SubmitStore } from "./submit-store.ts";

/** Error of a page with an expired token. The page keeps everything the person typed. */
const TOKEN_EXPIRED =
  "This page was open for more than a day, so nothing was saved yet. Send the form again.";

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
  /**
   * True if programs may POST the data as JSON, in the shape of the schema's input. Errors are answered as problem details (RFC 9457).
   * With `token`, the header `X-CSRF-Token` holds the token of a page. Default: false.
   */
  readonly json?: boolean;
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

/** Options as the route reads them, for any form. */
export type AnyTurnOptions<Req, Context> = CommonOptions<unknown, Req, Context> & {
  readonly bind?: Bind<Req, Context>;
  readonly redirect?: AfterSave<never, Req, Context>;
  readonly notice?: AfterSave<never, Req, Context>;
};

/** One request to a form's turn, with its post. */
export interface FormCall<Req, Context> extends Call<Req, Context> {
  /** The controls of the request. Reading them throws an HttpError 415 if the body is no form. */
  readonly controls: readonly Control[];
}

/** A redirect after saving. */
interface Redirect {
  readonly location: string;
  /** A message for the next page. */
  readonly notice: string | undefined;
}

/** A form of a page, with its answers to GET and POST. */
export interface Turn<Req, Context> {
  readonly formId: string;
  /** Returns true if the form shows data or carries a token: no cache may keep its page. */
  isPersonal(exchange: Exchange): boolean;
  /** Returns the form as GET shows it; undefined if `load` finds nothing. */
  show(call: Call<Req, Context>): Promise<FilledForm | undefined>;
  /** Handles a POST. Returns a page to show, a redirect, or undefined if `load` finds nothing. */
  submit(call: FormCall<Req, Context>): Promise<FilledForm | Redirect | undefined>;
  /** Handles a POST of JSON. Returns undefined if `load` finds nothing. Undefined without the option `json`. */
  readonly submitData:
    | ((call: Call<Req, Context>, data: unknown) => Promise<DataAnswer | undefined>)
    | undefined;
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
  save: AnySave<Req, Context>,
  options: AnyTurnOptions<Req, Context>,
): Turn<Req, Context> {
  if (typeof save !== "function")
    throw new TypeError(
      `The second argument for form "${form.formId}" is no function. Give its save: formRoute(form, save, { view, redirect })`,
    );
  const { load, bind, language, redirect, notice, token = false, json = false } = options;
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
  if (json) refuseFiles(form.formId, form.node);
  const saving = new Saving(form.formId, save, options);

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

  async function checkToken(exchange: Exchange, controls: readonly Control[]): Promise<TokenState> {
    return token || isProvenByToken(exchange) ? tokenOf(exchange, controls) : "good";
  }

  /** Loads the data behind a post. Returns undefined if there are none. */
  async function currentFor({
    request,
    context,
  }: Call<Req, Context>): Promise<{ data: unknown } | undefined> {
    const data = await load?.(request, context);
    return load !== undefined && data === undefined ? undefined : { data };
  }

  async function formFor({ request, context, exchange }: Call<Req, Context>): Promise<BoundForm> {
    if (language) exchange.answer.vary("Accept-Language");
    const localized = language ? form.withLanguage(await language(request, context)) : form;
    if (bind) return localized.bind(await bind(request, context));
    if (isBound(localized)) return localized;
    throw new TypeError(`Form "${form.formId}" has deferred parts. Give its route the option bind`);
  }

  async function show(call: Call<Req, Context>): Promise<FilledForm | undefined> {
    const current = await currentFor(call);
    if (!current) return undefined;
    const page = await (await formFor(call)).renderAsync(current.data);
    return page.withHidden(await hiddenOf(call, randomUUID()));
  }

  return {
    formId: form.formId,
    isPersonal: (exchange) => load !== undefined || bind !== undefined || token || hidesOrigin(exchange),
    show,
    async submit(call) {
      const current = await currentFor(call);
      if (!current) return undefined;
      const { controls, exchange } = call;
      const tokenState = await checkToken(exchange, controls);
      if (tokenState === "forged") {
        throw new HttpError(
          403,
          "This page is out of date, or your browser blocks cookies. Load the page again, and send the form from there",
        );
      }
      const result = await (await formFor(call)).validateAsync(controls, current.data);
      if (result.kind === "malformed") throw new HttpError(result.form.status, result.error.message);
      const { form: shown } = result;
      const key = textOf(controls, "__once__");
      /** Returns the post as a page with the same `__once__`, so that it still counts as the same page. */
      async function page(): Promise<FilledForm> {
        const page = shown.withHidden(await hiddenOf(call, key ?? randomUUID()));
        // A check keeps no files: they come with the submit
        const isCheck = result.kind === "edited" && result.isCheck === true;
        await discardNewFiles(controls, isCheck ? undefined : page);
        return page;
      }
      if (result.kind !== "valid") return page();
      if (tokenState === "expired") return (await page()).withErrors({ "": TOKEN_EXPIRED }, 403);
      try {
        const saved = await saving.run(call, result, key);
        // `save` did not run for a second press, so nothing uses its files
        await discardNewFiles(controls, saved.isFirst ? shown : undefined);
        if (saved.redirect !== undefined) return { location: saved.redirect, notice: saved.notice };
        return (await show(call))?.withNotice(saved.notice ?? "");
      } catch (error) {
        if (error instanceof FieldErrors) return (await page()).withErrors(error.errors, error.status);
        throw error;
      }
    },
    submitData: json ? submitData : undefined,
  };

  async function submitData(call: Call<Req, Context>, data: unknown): Promise<DataAnswer | undefined> {
    const current = await currentFor(call);
    if (!current) return undefined;
    const { exchange } = call;
    if ((await checkToken(exchange, headerToken(exchange))) !== "good")
      throw new HttpError(
        403,
        "The header X-CSRF-Token holds no valid token. Send the text of __token__ from the form's page, which must be less than a day old",
      );
    const bound = await formFor(call);
    const result = await bound.validateDataAsync(data, current.data);
    if (result.kind === "invalid") return invalidData(result.error.flatten());
    try {
      const { redirect, notice } = await saving.run(call, result, exchange.header("Idempotency-Key"));
      return { kind: "saved", redirect, notice };
    } catch (error) {
      if (error instanceof FieldErrors) return unsavedData(bound.node, error);
      throw error;
    }
  }
}

function isBound(form: RoutableForm): form is BoundForm {
  return "render" in form;
}

/** Returns the text of the first control with a name. */
export function textOf(controls: readonly Control[], name: string): string | undefined {
  const value = controls.find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
