import { HttpError } from "./http-error.ts";

/** Returns the error of a body that is no readable form. */
export function unreadable(reason: string, cause?: Error): HttpError {
  return new HttpError(400, `The form could not be read: ${reason}`, cause && { cause });
}
