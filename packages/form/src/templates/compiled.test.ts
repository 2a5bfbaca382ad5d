import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { FilledForm } from "../page/filled-form.ts";
import { createForm } from "../define/form.ts";
import { handlebars } from "../handlebars/handlebars.ts";
import { Renderer } from "../page/renderer.ts";
import { submittedControls } from "../testing/submitted.ts";
import { widgetSamples } from "../testing/widget-samples.ts";
import { builtInTemplates, inlinedTemplates } from "./compiled.ts";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".hbs"));

/** Sources of all built-in templates, drawn by Handlebars itself. */
const templates = Object.fromEntries(
  files.map((file) => {
    const source = readFileSync(new URL(file, folder), "utf8").trimEnd();
    // A line break with indentation stands for a blank.
    return [file.replace(/\.hbs$/, ""), handlebars(source.replaceAll(/\n[ \t]+/g, " "), { name: file })];
  }),
);
const official = new Renderer({ templates });
/** A replaced partial makes all templates call their partials instead of inlining them. */
const inParts = new Renderer({ templates: { help: ({ id, help }) => (help ? `<p class="tf-help" id="${id}:help">${help}</p>\n` : "") } });

const classes = { "tf-input": "form-control", "tf-wrong": "is-invalid", "tf-field": "a b" };

/** Returns pages of a form, valid and invalid, editable and read-only. */
function pagesOf(type: z.ZodType, value: unknown): readonly FilledForm[] {
  const schema = z.object({ first: type, list: z.array(type), last: type.optional() });
  const form = createForm(schema, { formId: "f", buttons: ["save"] });
  const page = form.render({ first: value, list: [value, value] });
  const posted = form.validate(submittedControls(String(form.render({ list: [value] }))));
  return [
    page,
    form.render({ first: value }, { readonly: true }),
    posted.form,
    page.withErrors({ first: "<No>" }),
    page.withNotice("<Saved>").withHidden({ __once__: "<x>" }),
  ];
}

describe("compiled templates", () => {
  it("include every source", () => {
    const names = files.map((file) => file.replace(/\.hbs$/, "")).sort();
    expect(Object.keys(builtInTemplates).sort()).toEqual(names);
    expect(names).toEqual(expect.arrayContaining(Object.keys(inlinedTemplates)));
  });

  it.each(widgetSamples.map((each) => [each.name, each.type({ prefix: "<", suffix: ">" }), each.values] as const))(
    "draw the same HTML as Handlebars: %s",
    (_, type, values) => {
      for (const page of pagesOf(type.describe("Help"), values[0])) {
        const [html, view] = [String(page), page.view()];
        expect([...page.chunks()].join("")).toBe(html);
        expect(official.draw(view)).toBe(html);
        expect(inParts.draw(view)).toBe(html);
        // An application's template may copy its view.
        expect(new Renderer().draw({ ...view })).toBe(html);
      }
    },
  );

  it("draw the same with a theme's classes", () => {
    const view = pagesOf(z.string().describe("Help"), "x")[0]?.view() ?? { template: "none" };
    expect(new Renderer({ classes }).draw(view)).toBe(new Renderer({ classes, templates }).draw(view));
  });
});
