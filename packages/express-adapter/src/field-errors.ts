/**
 * What `save` throws when the data is good but can't be saved: the form is shown again, with the messages at their fields.
 *
 *     save: async (person) => {
 *       if (await isTaken(person.name)) throw new FieldErrors({ name: "Taken" });
 *     }
 */
export class FieldErrors extends Error {
  override readonly name = "FieldErrors";
  /** Messages by dotted path; `""` is the form itself. */
  readonly errors: Readonly<Record<string, string | readonly string[]>>;
  /** HTTP status of the page, default 422; 409 says that somebody else was faster. */
  readonly status: number;

  constructor(
    errors: Readonly<Record<string, string | readonly string[]>>,
    options: ErrorOptions & { readonly status?: number } = {},
  ) {
    super(`The form could not be saved: ${JSON.stringify(errors)}`, options);
    this.errors = errors;
    this.status = options.status ?? 422;
  }
}
