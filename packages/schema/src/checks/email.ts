import { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

/** Longest address that mail is delivered to, in characters (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
const MAX_LENGTH = 254;

/**
 * An e-mail address as browsers take it in `<input type="email">`: `a@b` and `first.last+tag@example.org`.
 *
 *     z.string().check(email())
 *
 * `z.email()` is stricter about what stands before the `@`, and wants a dot behind it.
 *
 * @returns a check for texts
 * @see WHATWG HTML, section 4.10.5.1.5
 */
export function email(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("email", (text) => text.length <= MAX_LENGTH && z.regexes.html5Email.test(text), {}, options);
}
