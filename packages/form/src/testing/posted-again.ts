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
  const nested = [
    z.array(z.object({ a: type })).min(1),
    z.object({ a: type }).nullish(),
    z
      .array(z.object({ a: type }).nullable())
      .min(1)
      .optional(),
    z.union([z.object({ a: type }), z.object({ a: type, b: z.string() })]),
    z.record(z.enum(["a", "b"]), type),
  ].map((it) => createForm(z.object({ it, wrong })));
  return fc.property(fc.constantFrom(alone, ...nested), hands, (form, hand) => {
    let html = String(form.render());
    // The second round starts from a refused page.
    for (const _ of [1, 2]) {
      let first = form.validate([...submittedControls(filledIn(html, hand)), ["wrong", "x"]]);
      // Without JavaScript, a page shows the fields of a newly chosen case after the post, so it posts more.
      if (String(first.form).includes("__case__:"))
        first = form.validate(submittedControls(String(first.form)));
      html = String(first.form);
      const again = form.validate(submittedControls(html));
      const errors = [first, again].map((result) => result.kind === "invalid" && result.error.asDict());
      expect(errors[1]).toEqual(errors[0]);
      expect(String(again.form)).toBe(html);
    }
  });
}

/** Returns true if a page shows everything typed into a field again. Passwords are left out. */
export function isShownAgain(name: string): boolean {
  return !/^the widget (?:password|checkedPassword)$/.test(name);
}
