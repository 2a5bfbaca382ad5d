import fc from "fast-check";
import { expect } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { filledIn, hands } from "./fill-in.ts";
import { submittedControls } from "./submitted.ts";

/** Returns the property that a refused page, posted again as it is, gives the same errors and the same page. */
export function postedAgain(type: z.ZodType): fc.IPropertyWithHooks<unknown> {
  // One field is always wrong, so that all pages are refused.
  const wrong = z.int();
  const alone = createForm(z.object({ it: type, wrong }));
  const nested = createForm(z.object({ it: z.array(z.object({ a: type })).min(1), wrong }));
  return fc.property(fc.constantFrom(alone, nested), hands, (form, hand) => {
    let html = String(form.render());
    // The refused page is filled in once more.
    for (const _ of [1, 2]) {
      const first = form.validate([...submittedControls(filledIn(html, hand)), ["wrong", "x"]]);
      html = String(first.form);
      const again = form.validate(submittedControls(html));
      const errors = [first, again].map((each) => each.kind === "invalid" && each.error.asDict());
      expect(errors[1]).toEqual(errors[0]);
      expect(String(again.form)).toBe(html);
    }
  });
}

/** Returns true if a page shows all that was typed into a field. Passwords are not shown again, and a list shows the items that it must have. */
export function isShownAgain(name: string): boolean {
  return !/^the widget (?:password|checkedPassword|union|union by radio buttons)$/.test(name);
}
