import { HttpError } from "./http-error.ts";

/** The error of a body that can't be read as a form. */
export function unreadable(reason: string, cause?: Error): HttpError {
  return new HttpError(400, `The form could not be read: ${reason}`, cause && { cause });
}
