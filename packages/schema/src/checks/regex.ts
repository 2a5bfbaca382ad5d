import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

/**
 * The text matches a pattern from its start, though not necessarily to its end: write `$` for that.
 *
 *     z.string().check(regex(/[a-z]+/))    // "abc1" passes, "1abc" does not
 *     z.string().check(regex(/\d{3}$/, { message: "Three digits, please" }))
 *
 * A pattern that backtracks, such as `(a+)+$`, can be made to run for years by one text: limit the length by
 * `z.string().max(…, { abort: true })` first. zod's own `.regex()` matches anywhere.
 *
 * @param pattern Its flags are kept, but for `g`; it is not changed
 * @returns a check for texts
 */
export function regex(pattern: RegExp, options?: CheckOptions): z.core.$ZodCheck<string> {
  const atStart = new RegExp(pattern, `${pattern.flags.replaceAll(/[gy]/g, "")}y`);
  const matches = (text: string): boolean => {
    atStart.lastIndex = 0;
    return atStart.test(text);
  };
  return check("pattern", matches, { pattern: pattern.source }, options);
}
