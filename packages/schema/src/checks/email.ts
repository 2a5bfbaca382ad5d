import { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

/** Limit of an address, in characters (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
const MAX_LENGTH = 254;

/**
 * Makes a check for e-mail addresses as in `<input type="email">`: `a@b` passes.
 *
 *     z.string().check(email())
 *
 * `z.email()` is stricter about the part before the `@`, and requires a dot after it.
 *
 * @see WHATWG HTML, section 4.10.5.1.5
 */
export function email(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("email", (text) => text.length <= MAX_LENGTH && z.regexes.html5Email.test(text), {}, options);
}
