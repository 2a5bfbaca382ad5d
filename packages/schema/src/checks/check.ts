import { z } from "zod";
import type { CheckId } from "./messages.ts";

/** What every check takes. */
export interface CheckOptions {
  /** The text of a failure, in place of the catalogue's; it may use the slots that the catalogue's has. */
  readonly message?: string | undefined;
}

/** What an issue says besides its message. */
type CheckValues = Readonly<Record<string, unknown>>;

/**
 * Makes a check that passes or fails as a whole.
 *
 *     const even = check<number>("invalid", (value) => value % 2 === 0, {}, { message: "${val} is odd" })
 *
 * @param id Identifier of the message in the catalogue
 * @param passes Whether a value is good
 * @param values Fill the slots of the message, besides `${val}`
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
 * Adds an issue to a value being checked, where a check has several to tell apart.
 *
 * @param payload What zod hands to the function of `z.check`
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
