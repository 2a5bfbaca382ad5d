import { randomUUID } from "node:crypto";
import type { FilledForm, Language } from "@turnform/form";
import type { Bindings, Control } from "@turnform/schema";
import type { Request, Response } from "express";
import { discardNewFiles } from "./discard-files.ts";
import { FieldErrors } from "./field-errors.ts";
import { checkFormToken, formToken } from "./form-token.ts";
import { HttpError } from "./http-error.ts";
import { keyringOf } from "./keyring.ts";
import { memorySubmits } from "./memory-submits.ts";
import { digest, Once } from "./once.ts";
import { ownerOf } from "./owner.ts";
import { checkAddress } from "./redirect-address.ts";
import type { SubmitStore } from "./submit-store.ts";

/** Error of a page whose token has expired. The page keeps everything that was typed. */
const TOO_OLD = "This page was open for more than a day. Nothing was saved yet: please send it once more.";

/** What a route needs of a form; every `Form` of `@turnform/form` has it. */
export interface RoutableForm<Value> {
  readonly formId: string;
  readonly method: "get" | "post";
  render(appstruct?: unknown): FilledForm;
  validateAsync(controls: Iterable<Control>, current?: unknown): Promise<RoutableResult<Value>>;
  bind(bindings: Bindings): RoutableForm<Value>;
  withLanguage(language: Language): RoutableForm<Value>;
}

/** What a route needs of a form's result. */
export type RoutableResult<Value> =
  | {
      readonly kind: "valid";
      readonly value: Value;
      /** The posted fields as their widgets read them: equal for two posts that say the same. */
      readonly typed: unknown;
      readonly button?: string;
      readonly form: FilledForm;
    }
  | { readonly kind: "invalid" | "edited"; readonly form: FilledForm }
  | { readonly kind: "malformed"; readonly error: { readonly message: string }; readonly form: FilledForm };

/**
 * What a form does at each turn of its cycle; `Params` follows from the path of the route.
 *
 * What the callbacks throw goes to the error handler of the app: an `HttpError` 404 or 409 becomes its page.
 */
export interface FormTurnOptions<Value, Saved, Params> {
  /**
   * What GET shows, or a promise of it; without `load`, a blank form. Asked before a POST too: what is gone can't be saved,
   * and fields that can't be edited keep the value they have.
   *
   * @returns undefined where there is no such thing: the request is passed on, so that the app's own 404 answers
   */
  readonly load?: (req: Request<Params>) => unknown;
  /** What the deferred parts of the form's schema are made of, for this request. */
  readonly bind?: (req: Request<Params>) => Bindings | Promise<Bindings>;
  /** The language of the form for this request, such as `(req) => requestLanguage(req, [english, german])`. */
  readonly language?: (req: Request<Params>) => Language | Promise<Language>;
  /**
   * Takes the validated value and the name of the pressed button. Of a submit that is pressed twice it gets one.
   *
   * @throws FieldErrors where the person can mend it: the form is shown again with the messages at their fields
   */
  readonly save: (value: Value, req: Request<Params>, button: string | undefined) => Saved | Promise<Saved>;
  /**
   * Asks for a hidden token in the form, for browsers too old to say where a post comes from. It is signed by the secret of
   * `setSecret()` for the person's key, and good for a day. Needs cookies. Default false.
   */
  readonly token?: boolean;
  /**
   * Remembers which submits were saved. Default `memorySubmits()`. Several processes need a store that they share.
   */
  readonly submits?: SubmitStore;
  /**
   * Where the browser goes after saving (303): an address of this site, relative to the form's own, or another site's whole
   * `https://…`. Without it, `notice` is needed.
   */
  readonly redirect?: string | ((saved: Saved, req: Request<Params>) => string);
  /** What is said after saving on top of the form, which is shown again as GET shows it (200). */
  readonly notice?: string | ((saved: Saved, req: Request<Params>) => string);
}

/** One form of a page, as its route turns it. */
export interface FormTurn<Params> {
  readonly formId: string;
  /** True if the form is filled with data, or carries a token: no cache may keep its page. */
  readonly isPersonal: boolean;
  /** The form as GET shows it; undefined where there is no such thing. */
  show(req: Request<Params>): Promise<FilledForm | undefined>;
  /** What a POST comes to: a page to show, an address to go to, or undefined where there is no such thing. */
  submit(req: Request<Params>): Promise<FilledForm | string | undefined>;
}

/**
 * Puts a form and what becomes of it together, for `formRoute` or `formsRoute`.
 *
 * @throws TypeError for a form sent by GET: it changes nothing, so there is nothing to save; where nothing is said of what
 *   follows saving; and for an address that `redirect` can't be
 */
export function formTurn<Value, Saved, Params = Record<string, string>>(
  form: RoutableForm<Value>,
  options: FormTurnOptions<NoInfer<Value>, Saved, Params>,
): FormTurn<Params> {
  const { load, bind, language, save, redirect, notice, token = false } = options;
  if (form.method === "get") {
    throw new TypeError(
      `Form "${form.formId}" is sent by GET, which saves nothing: read it by form.validate(req.controls)`,
    );
  }
  if ((redirect === undefined) === (notice === undefined)) {
    throw new TypeError(`Form "${form.formId}" needs either a redirect or a notice, for when it is saved`);
  }
  if (typeof redirect === "string") checkAddress(redirect);
  const once = new Once(options.submits ?? memorySubmits());

  /**
   * Returns the hidden controls of a page, and gives the person a key, so that the page's post can be told from others'. A page that
   * caches may share gives no key, since everybody would get the same.
   */
  async function hiddenOf(
    req: Request<Params>,
    page: string,
  ): Promise<{ __once__: string; __token__?: string }> {
    if (!token && mayBeShared(req.res)) return { __once__: page };
    const owner = await ownerOf(req).certain();
    return { __once__: page, ...(token && { __token__: formToken(keyringOf(req), owner) }) };
  }

  /** Checks the token of a post. */
  async function trustIn(req: Request<Params>): Promise<"good" | "expired" | "forged"> {
    const owner = await ownerOf(req).sent();
    return checkFormToken(keyringOf(req), owner, textOf(req.controls, "__token__"));
  }

  /** Names a page by its person, form, address and random text; undefined where it has no such text. */
  async function pageOf(req: Request<Params>): Promise<string | undefined> {
    const page = textOf(req.controls, "__once__");
    if (!page) return undefined;
    const person = await ownerOf(req).sent();
    // Somebody without cookies is known by IP address and browser.
    return digest([person ?? [req.ip, req.get("User-Agent")], form.formId, req.originalUrl, page]);
  }

  async function formFor(req: Request<Params>): Promise<RoutableForm<Value>> {
    if (language) req.res?.vary("Accept-Language");
    const spoken = language ? form.withLanguage(await language(req)) : form;
    return bind ? spoken.bind(await bind(req)) : spoken;
  }
  async function show(req: Request<Params>): Promise<FilledForm | undefined> {
    const appstruct = await load?.(req);
    if (load !== undefined && appstruct === undefined) return undefined;
    return (await formFor(req)).render(appstruct).withHidden(await hiddenOf(req, randomUUID()));
  }

  return {
    formId: form.formId,
    isPersonal: load !== undefined || bind !== undefined || token,
    show,
    async submit(req) {
      const current = await load?.(req);
      if (load !== undefined && current === undefined) return undefined;
      const { controls } = req;
      const trust = token ? await trustIn(req) : "good";
      if (trust === "forged") {
        throw new HttpError(
          403,
          "This form's page is out of date, or cookies are off: load the page again, and send it from there",
        );
      }
      const result = await (await formFor(req)).validateAsync(controls, current);
      if (result.kind === "malformed") throw new HttpError(result.form.status, result.error.message);
      const { form: shown } = result;
      /** Shows the post again, as the same page: it keeps its `__once__`. */
      async function page(): Promise<FilledForm> {
        const page = shown.withHidden(await hiddenOf(req, textOf(controls, "__once__") ?? randomUUID()));
        await discardNewFiles(controls, page);
        return page;
      }
      if (result.kind !== "valid") return page();
      if (trust === "expired") return (await page()).withErrors({ "": TOO_OLD }, 403);
      const press = { isFirst: false };
      async function saveIt(value: Value, button: string | undefined): Promise<string> {
        press.isFirst = true;
        const saved = await save(value, req, button);
        const next = redirect ?? notice ?? "";
        return typeof next === "string" ? next : next(saved, req);
      }
      const { value, button } = result;
      const key = await pageOf(req);
      try {
        const answer = await (key === undefined
          ? saveIt(value, button)
          : once.run(key, digest([result.typed, button]), () => saveIt(value, button)));
        // `save` does not run for a second press, so nobody has its files
        await discardNewFiles(controls, press.isFirst ? shown : undefined);
        return redirect === undefined ? (await show(req))?.withNotice(answer) : answer;
      } catch (error) {
        if (error instanceof FieldErrors) return (await page()).withErrors(error.errors, error.status);
        throw error;
      }
    },
  };
}

/** Returns true if the application has allowed caches to show the answer to other people. */
function mayBeShared(res: Response | undefined): boolean {
  const said = res?.get("Cache-Control");
  return said !== undefined && !/\b(?:private|no-store)\b/i.test(said);
}

/** The text of a control of the form's own. */
export function textOf(controls: readonly Control[], name: string): string | undefined {
  const value = controls.find(([each]) => each === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
