/**
 * The error of a refused request, with the HTTP status of the answer.
 *
 * The message is meant for the person who sent the form: `formErrors()` shows it. Express's own handler answers with
 * the same status.
 */
export class HttpError extends Error {
  override readonly name: string = "HttpError";
  /** 4xx, or 507 if there is no room for files. */
  readonly status: number;
  /** Always true: the message may be shown to the client. */
  readonly expose = true;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }

  /** @returns the status, under the name that other middleware reads */
  get statusCode(): number {
    return this.status;
  }
}
