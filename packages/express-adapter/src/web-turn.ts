import type { DataFor, RoutableForm } from "./routable-form.ts";
import { type SaveCallback, type Turn, type TurnOptions, turnOf } from "./turn.ts";

/**
 * Saves the validated value; `button` is the name of the pressed button. `changed` lists the paths whose values differ from the data of
 * `load`; without `load` it is `[""]`. A second press of the same submit is not saved.
 *
 * @throws FieldErrors if the person can correct the data: the form is shown again with the messages at their fields
 */
export type WebSave<F extends RoutableForm, Saved, Context> = SaveCallback<F, Saved, Request, Context>;

/** Options of `webTurn()`. */
export type WebTurnOptions<
  F extends RoutableForm,
  Saved,
  Context,
  Loaded extends DataFor<F> = DataFor<F>,
> = TurnOptions<F, Saved, Request, Context, Loaded>;

/** A form of a page, with its answers to GET and POST. */
export type WebTurn<Context> = Turn<Request, Context>;

/**
 * Combines a form with the callbacks that load and save it, for `formsHandler()`. `formHandler()` calls it itself.
 *
 * @throws TypeError for a form sent by GET, which has nothing to save; without `redirect` and `notice`;
 *   and for an address that `redirect` does not allow
 */
export function webTurn<
  F extends RoutableForm,
  Saved,
  Context = unknown,
  // A constant type keeps the literals of loaded data, such as the tag of a union.
  const Loaded extends DataFor<F> = DataFor<F>,
>(
  form: F,
  save: WebSave<F, Saved, Context>,
  options: WebTurnOptions<F, NoInfer<Saved>, Context, Loaded>,
): WebTurn<Context> {
  return turnOf(form, save, options);
}
