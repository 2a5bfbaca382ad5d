import fc from "fast-check";
import { expect } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { filledIn, hands } from "./fill-in.ts";
import { submittedControls } from "./submitted.ts";

/** Returns the property that a refused page, posted again unchanged, gives the same errors and the same page. */
export function postedAgain(type: z.ZodType): fc.IPropertyWithHooks<unknown> {
  // An always invalid field makes all posts fail.
  const wrong = z.int();
  const alone = createForm(z.object({ it: type, wrong }));
  const nested = createForm(z.object({ it: z.array(z.object({ a: type })).min(1), wrong }));
  return fc.property(fc.constantFrom(alone, nested), hands, (form, hand) => {
    let html = String(form.render());
    // The second round starts from a refused page.
    for (const _ of [1, 2]) {
      const first = form.validate([...submittedControls(filledIn(html, hand)), ["wrong", "x"]]);
      html = String(first.form);
      const again = form.validate(submittedControls(html));
      const errors = [first, again].map((result) => result.kind === "invalid" && result.error.asDict());
      expect(errors[1]).toEqual(errors[0]);
      expect(String(again.form)).toBe(html);
    }
  });
}

/** Returns true if a page shows everything typed into a field again. Passwords are left out, and lists add their required items. */
export function isShownAgain(name: string): boolean {
  return !/^the widget (?:password|checkedPassword|union|union by radio buttons)$/.test(name);
}
