import { LimitError } from "./limit-error.ts";

/**
 * The error of a form that did not come in time.
 *
 * @param limit Milliseconds
 */
export function tooSlow(limit: number): LimitError {
  const message = `The form did not come in time: at most ${limit / 1000} seconds are allowed`;
  return new LimitError(message, { option: "receiveTimeout", limit, actual: limit });
}
