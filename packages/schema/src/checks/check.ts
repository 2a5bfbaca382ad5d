import { z } from "zod";
import type { CheckId } from "./messages.ts";

/** Options of every check. */
export interface CheckOptions {
  /** Message of a failure, instead of the catalogue's. It may use the same slots. */
  readonly message?: string | undefined;
}

type CheckValues = Readonly<Record<string, unknown>>;

/**
 * Makes a check from a function that returns true or false.
 *
 *     const even = check<number>("invalid", (value) => value % 2 === 0, {}, { message: "${val} is odd" })
 *
 * @param id Identifier of the message in the catalogue
 * @param passes Returns true for a valid value
 * @param values Values for the message's slots, in addition to `${val}`
 * @returns a check whose issue is `{ code: "custom", params: { id, ...values } }`
 */
export function check<T>(
  id: CheckId,
  passes: (value: T) => boolean,
  values: CheckValues = {},
  { message }: CheckOptions = {},
): z.core.$ZodCheck<T> {
  return z.refine<T>(passes, { params: { id, ...values }, ...(message !== undefined && { error: message }) });
}

/**
 * Adds an issue to a checked value. For checks with several kinds of issues.
 *
 * @param payload The argument that zod passes to the function of `z.check`
 */
export function report<T>(
  payload: z.core.ParsePayload<T>,
  id: CheckId,
  { message }: CheckOptions = {},
): void {
  payload.issues.push({
    code: "custom",
    input: payload.value,
    params: { id },
    continue: true,
    ...(message !== undefined && { message }),
  });
}
