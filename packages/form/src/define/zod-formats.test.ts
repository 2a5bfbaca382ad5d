import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";
import { formatsByName, otherFormats } from "../testing/zod-formats.ts";
import { submittedControls } from "../testing/submitted.ts";
import { pageOf } from "../testing/page.ts";

const samples = Object.entries({ ...formatsByName, ...otherFormats });

/** Returns the names of zod's functions that make a text format without arguments. */
function formatNames(makers: object, prefix = ""): readonly string[] {
  return Object.entries(makers).flatMap(([name, make]) => {
    if (!/^[a-z]/.test(name) || typeof make !== "function") return [];
    try {
      const made: unknown = make();
      if (made instanceof Promise) made.catch(() => undefined);
      return made instanceof z.ZodType && made instanceof z.core.$ZodStringFormat ? prefix + name : [];
    } catch {
      // It needs arguments.
      return [];
    }
  });
}

describe("formats of zod", () => {
  it("are all covered", () => {
    const names = [...formatNames(z), ...formatNames(z.iso, "iso.")];
    expect(names.filter((name) => !(name in formatsByName))).toEqual([]);
    expect(names.length).toBeGreaterThan(25);
  });

  it.each(samples)("posts %s as it is shown", (_, { type, texts }) => {
    const form = createForm(z.object({ it: type }), { formId: "f" });
    for (const it of texts) {
      const html = String(form.render({ it }));
      expect(form.validate(submittedControls(html))).toMatchObject({ kind: "valid", value: { it } });
      // A browser empties these controls if they have another value.
      for (const control of pageOf(html).querySelectorAll("[type=date], [type=time]"))
        expect(control.getAttribute("value")).toMatch(
          /^(?!0000)\d{4}-\d\d-\d\d$|^\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/,
        );
    }
  });
});
