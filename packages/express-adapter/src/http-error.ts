/**
 * A request that can't be taken, with the HTTP status that says so.
 *
 * Its message is meant for the person who sent the form: `formErrors()` shows it. Express's own handler answers with
 * the status too.
 */
export class HttpError extends Error {
  override readonly name: string = "HttpError";
  /** 4xx, or 507 where there is no room for files. */
  readonly status: number;
  /** The message may be shown to the client. */
  readonly expose = true;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }

  /** @returns the status, by the name that other middleware looks for */
  get statusCode(): number {
    return this.status;
  }
}
