import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { textInput } from "./text-input.ts";

const controlOf = (type: z.ZodType) =>
  pageOf(String(createForm(z.object({ it: type })).render())).querySelector("#form-it");

describe("textInput", () => {
  it("takes its type from the schema's format or its option", () => {
    const typeOf = (type: z.ZodType) => controlOf(type)?.getAttribute("type");
    expect([z.string(), z.email(), z.url(), z.e164()].map(typeOf)).toEqual(["text", "email", "url", "tel"]);
    expect(typeOf(z.email().meta({ widget: textInput({ type: "search" }) }))).toBe("search");
  });

  it("uses the browser's controls for days and times, except for texts that they would drop", () => {
    const form = createForm(z.object({ day: z.iso.date(), time: z.iso.time(), for: z.iso.duration() }));
    const types = (data: object) =>
      ["day", "time", "for"].map((name) =>
        pageOf(String(form.render(data)))
          .querySelector(`#form-${name}`)
          ?.getAttribute("type"),
      );
    expect(types({})).toEqual(["date", "time", "text"]);
    expect(types({ day: "2026-02-03", time: "10:20" })).toEqual(["date", "time", "text"]);
    expect(types({ day: "3 Feb", time: "noon" })).toEqual(["text", "text", "text"]);
    expect(form.render({ day: "2026-02-03", time: "10:20" }).fields["day"]?.value).toBe("February 3, 2026");
    expect(form.render().fields["for"]?.description).toBeUndefined();
    expect(pageOf(String(form.render())).querySelector("[id='form-for:help']")?.textContent).toBe(
      "For example P3DT4H for 3 days and 4 hours",
    );
  });

  it("writes the schema's limits as attributes", () => {
    const control = controlOf(
      z
        .string()
        .min(2)
        .max(9)
        .regex(/^[a-z-]+$/)
        .meta({ placeholder: "a-z", widget: textInput({ autocomplete: "username" }) }),
    );
    const given = ["required", "minlength", "maxlength", "pattern", "placeholder", "autocomplete"];
    expect(given.map((name) => control?.getAttribute(name))).toEqual(["", "2", "9", null, "a-z", "username"]);
    expect(controlOf(z.string().regex(/^[a-z]+$/))?.getAttribute("pattern")).toBe("[a-z]+");
    expect(controlOf(z.string().optional())?.hasAttribute("required")).toBe(false);
  });

  it("leaves a pattern to the server if it may count halves of characters", () => {
    const patternOf = (pattern: RegExp): string | null | undefined =>
      controlOf(z.string().regex(pattern))?.getAttribute("pattern");
    for (const pattern of [/^..$/, /^\D{2}$/, /^[^x]{2}$/, /^[\s\S]{2}$/])
      expect(patternOf(pattern)).toBe(null);
    for (const pattern of [/^\.a$/, /^.+$/, /^[^.]*a$/, /^[\s\S]*a$/, /^[.a]{2}$/])
      expect(patternOf(pattern)).toBe(pattern.source.slice(1, -1));
  });

  it("removes white space around the text, unless `strip` is false", () => {
    const form = createForm(
      z.object({ a: z.string(), b: z.string().meta({ widget: textInput({ strip: false }) }) }),
    );
    const posted = [
      ["a", " x "],
      ["b", " x "],
    ] as const;
    expect(form.validate(posted)).toMatchObject({ value: { a: "x", b: " x " } });
  });
});
