import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

/**
 * Makes a check that the start of the text matches a pattern. Add `$` to match the whole text.
 *
 *     z.string().check(regex(/[a-z]+/))    // "abc1" passes, "1abc" does not
 *     z.string().check(regex(/\d{3}$/, { message: "Three digits, please" }))
 *
 * A pattern that backtracks, such as `(a+)+$`, can run for years on one text. Limit the length first, with
 * `z.string().max(…, { abort: true })`. zod's own `.regex()` matches anywhere in the text.
 *
 * @param pattern Left unchanged. Its flags are used, except `g`
 */
export function regex(pattern: RegExp, options?: CheckOptions): z.core.$ZodCheck<string> {
  const atStart = new RegExp(pattern, `${pattern.flags.replaceAll(/[gy]/g, "")}y`);
  const matches = (text: string): boolean => {
    atStart.lastIndex = 0;
    return atStart.test(text);
  };
  return check("pattern", matches, { pattern: pattern.source }, options);
}
