import fc from "fast-check";
import { expect } from "vitest";
import { z } from "zod";
import { createForm } from "../form.ts";
import { filledIn, hands } from "./fill-in.ts";
import { submittedControls } from "./submitted.ts";

/** Says that a page of a field that was refused gives the same errors where it is posted again as it is, and the same page. */
export function postedAgain(type: z.ZodType): fc.IPropertyWithHooks<unknown> {
  // One field is always wrong, so that all pages are refused.
  const wrong = z.int();
  const alone = createForm(z.object({ it: type, wrong }));
  const nested = createForm(z.object({ it: z.array(z.object({ a: type })).min(1), wrong }));
  return fc.property(fc.constantFrom(alone, nested), hands, (form, hand) => {
    let html = String(form.render());
    // What is refused is filled in once more.
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

/** Whether all that is typed into a field is shown again: a secret is not, and a list has the items on its page that it must have. */
export function isShownAgain(name: string): boolean {
  return !/^the widget (?:password|checkedPassword|union|union by radio buttons)$/.test(name);
}
