import type { Request } from "express";
import type { DataFor, RoutableForm } from "./routable-form.ts";
import { type SaveCallback, type Turn, type TurnOptions, turnOf } from "./turn.ts";

/**
 * Saves the validated value; `button` is the name of the pressed button. `changed` lists the paths whose values differ from the data of
 * `load`; without `load` it is `[""]`. A second press of the same submit is not saved.
 *
 * @throws FieldErrors if the person can correct the data: the form is shown again with the messages at their fields
 */
export type Save<F extends RoutableForm, Saved, Params> = SaveCallback<F, Saved, Request<Params>, undefined>;

/**
 * Options of `formTurn()`. `Params` is inferred from the path of the route.
 *
 * Errors of the callbacks go to the error handler of the app: throw an `HttpError` 404 or 409 to show its page.
 */
export type FormTurnOptions<
  F extends RoutableForm,
  Saved,
  Params,
  Loaded extends DataFor<F> = DataFor<F>,
> = TurnOptions<F, Saved, Request<Params>, undefined, Loaded>;

/** A form of a page, with its answers to GET and POST. */
export type FormTurn<Params> = Turn<Request<Params>, undefined>;

/**
 * Combines a form with the callbacks that load and save it, for `formsRoute()`. `formRoute()` calls it itself.
 *
 * @throws TypeError for a form sent by GET, which has nothing to save; without `redirect` and `notice`;
 *   and for an address that `redirect` does not allow
 */
export function formTurn<
  F extends RoutableForm,
  Saved,
  Params = Record<string, string>,
  // A constant type keeps the literals of loaded data, such as the tag of a union.
  const Loaded extends DataFor<F> = DataFor<F>,
>(
  form: F,
  save: Save<F, Saved, Params>,
  options: FormTurnOptions<F, NoInfer<Saved>, Params, Loaded>,
): FormTurn<Params> {
  return turnOf(form, save, options);
}
