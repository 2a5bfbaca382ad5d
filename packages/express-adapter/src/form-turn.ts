import { randomUUID } from "node:crypto";
import type { FilledForm, Language } from "@turnform/form";
import type { Bindings, Control } from "@turnform/schema";
import type { Request } from "express";
import { FieldErrors } from "./field-errors.ts";
import { checkFormToken, formToken } from "./form-token.ts";
import { HttpError } from "./http-error.ts";
import { cookieOwner, type Owner } from "./owner.ts";
import { Once } from "./once.ts";

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
  | { readonly kind: "valid"; readonly value: Value; readonly button?: string; readonly form: FilledForm }
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
   * A secret of at least 32 characters that signs a hidden token in the form, for browsers too old to say where a post comes
   * from. Needs cookies: one with a random key is set when the form is shown. Default none.
   */
  readonly tokenSecret?: string;
  /** Where the browser goes after saving (303): a path, or another site's `https://…`. Without it, `notice` is needed. */
  readonly redirect?: string | ((saved: Saved, req: Request<Params>) => string);
  /** What is said after saving on top of the form, which is shown again as GET shows it (200). */
  readonly notice?: string | ((saved: Saved, req: Request<Params>) => string);
}

/** One form of a page, as its route turns it. */
export interface FormTurn<Params> {
  readonly formId: string;
  /** The form as GET shows it; undefined where there is no such thing. */
  show(req: Request<Params>): Promise<FilledForm | undefined>;
  /** What a POST comes to: a page to show, an address to go to, or undefined where there is no such thing. */
  submit(req: Request<Params>): Promise<FilledForm | string | undefined>;
}

/**
 * Puts a form and what becomes of it together, for `formRoute` or `formsRoute`.
 *
 * @throws TypeError for a form sent by GET: it changes nothing, so there is nothing to save; for a short secret; and where
 *   nothing is said of what follows saving
 */
export function formTurn<Value, Saved, Params = Record<string, string>>(
  form: RoutableForm<Value>,
  options: FormTurnOptions<NoInfer<Value>, Saved, Params>,
): FormTurn<Params> {
  const { load, bind, language, save, redirect, notice, tokenSecret } = options;
  if (form.method === "get") {
    throw new TypeError(
      `Form "${form.formId}" is sent by GET, which saves nothing: read it by form.validate(req.controls)`,
    );
  }
  if (tokenSecret !== undefined && tokenSecret.length < 32) {
    throw new TypeError(`A tokenSecret has at least 32 characters, not ${tokenSecret.length}`);
  }
  if ((redirect === undefined) === (notice === undefined)) {
    throw new TypeError(`Form "${form.formId}" needs either a redirect or a notice, for when it is saved`);
  }
  const submits = new Once<string>();
  async function tokenOf(req: Request<Params>): Promise<{ __token__?: string }> {
    const owner = ownerOf(req);
    return tokenSecret !== undefined && owner
      ? { __token__: formToken(tokenSecret, await owner.certain()) }
      : {};
  }
  async function formFor(req: Request<Params>): Promise<RoutableForm<Value>> {
    const spoken = language ? form.withLanguage(await language(req)) : form;
    return bind ? spoken.bind(await bind(req)) : spoken;
  }
  async function show(req: Request<Params>): Promise<FilledForm | undefined> {
    const appstruct = await load?.(req);
    if (load !== undefined && appstruct === undefined) return undefined;
    return (await formFor(req))
      .render(appstruct)
      .withHidden({ __once__: randomUUID(), ...(await tokenOf(req)) });
  }

  return {
    formId: form.formId,
    show,
    async submit(req) {
      const current = await load?.(req);
      if (load !== undefined && current === undefined) return undefined;
      const { controls } = req;
      if (tokenSecret !== undefined) checkFormToken(tokenSecret, await ownerOf(req)?.known(), controls);
      const result = await (await formFor(req)).validateAsync(controls, current);
      if (result.kind === "malformed") throw new HttpError(result.form.status, result.error.message);
      // The page goes on being the same page.
      const once = { __once__: textOf(controls, "__once__") ?? randomUUID() };
      const page = result.form.withHidden({ ...once, ...(await tokenOf(req)) });
      if (result.kind !== "valid") return page;
      try {
        const answer = await submits.run(controls, async () => {
          const saved = await save(result.value, req, result.button);
          const next = redirect ?? notice ?? "";
          return typeof next === "string" ? next : next(saved, req);
        });
        return redirect === undefined ? (await show(req))?.withNotice(answer) : answer;
      } catch (error) {
        if (error instanceof FieldErrors) return page.withErrors(error.errors, error.status);
        throw error;
      }
    },
  };
}

/** The text of a control of the form's own. */
export function textOf(controls: readonly Control[], name: string): string | undefined {
  const value = controls.find(([each]) => each === name)?.[1];
  return typeof value === "string" ? value : undefined;
}

/** The key of the person who sends a request. */
function ownerOf<Params>(req: Request<Params>): Owner | undefined {
  return req.res && cookieOwner(req, req.res);
}
