import { LimitError } from "./limit-error.ts";

/**
 * Returns the error of a form that took too long to arrive.
 *
 * @param limit Milliseconds
 */
export function tooSlow(limit: number): LimitError {
  const message = `The form did not arrive within ${limit / 1000} seconds. Send it again`;
  return new LimitError(message, { option: "receiveTimeout", limit, actual: limit });
}
