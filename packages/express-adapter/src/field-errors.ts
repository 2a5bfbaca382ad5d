import type { ErrorsAt } from "@turnform/form";

/**
 * Thrown by `save` when valid data can't be saved. The form is shown again, with the messages at their fields.
 *
 *     const save = async (person) => {
 *       if (await isTaken(person.name)) throw new FieldErrors<typeof Person>({ name: "Taken" });
 *     };
 *
 * The schema's type lets the compiler check the paths. Without it, the route checks them when it shows the form.
 */
export class FieldErrors<S = unknown> extends Error {
  override readonly name = "FieldErrors";
  /** Messages by dotted path; `""` stands for the form itself. A path that the form does not have is a TypeError of the route. */
  readonly errors: Readonly<Record<string, string | readonly string[]>>;
  /** HTTP status of the page. Default: 422. Use 409 if somebody else has changed the data meanwhile. */
  readonly status: number;

  constructor(errors: ErrorsAt<S>, options: ErrorOptions & { readonly status?: number } = {}) {
    super(`The form could not be saved: ${JSON.stringify(errors)}`, options);
    this.errors = errors;
    this.status = options.status ?? 422;
  }
}
