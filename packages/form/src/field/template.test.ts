import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createFormWith } from "../define/form.ts";
import { handlebars } from "../handlebars/handlebars.ts";
import { submittedControls } from "../testing/submitted.ts";
import type { Template } from "./template.ts";
import type { FieldView, InputView, MappingView, ReadonlyView } from "./view.ts";
import { textInput } from "../widgets/text-input.ts";

const stars: Template<InputView> = ({ id, name, value }) =>
  `<my-stars id="${id}"><input name="${name}" value="${value}"></my-stars>`;

const Film = z.object({
  title: z.string(),
  stars: z.int().meta({ widget: { template: stars } }),
  studio: z.object({
    name: z.string().meta({
      widget: textInput({
        template: handlebars('<i>{{label}}</i><input name="{{name}}" value="{{value}}">'),
      }),
    }),
  }),
});
const data = { title: "Alien", stars: 5, studio: { name: "<Fox>" } };

/** An application's templates, from a source and as a function. */
const createForm = createFormWith({
  templates: {
    errors: handlebars('{{#each errors}}<em class="app">{{this}}</em>{{/each}}'),
    mapping: ({ name, children }: MappingView, draw) =>
      `<input type="hidden" name="__start__" value="${name}:mapping">${children.map(draw).join("")}<input type="hidden" name="__end__" value="${name}:mapping">`,
  },
});
const plain = createForm(Film, { formId: "film" });
const own = createForm(Film, {
  formId: "film",
  templates: {
    "text-input": ({ name, value }) => `<output>${value}</output><input name="${name}" value="${value}">`,
  },
});

describe("FormOptions.templates", () => {
  it("shows the note about required fields with custom templates", () => {
    const Rated = z.object({ stars: Film.shape.stars });
    expect(String(createForm(Rated).render())).toContain("are required");
    expect(String(createForm(Rated.partial()).render())).not.toContain("are required");
  });

  it("replaces templates for an application, a form and one field, by sources and by functions", () => {
    const html = String(plain.render(data).withErrors({ title: "No <b>" }));
    expect(html).toContain('<em class="app">No &lt;b&gt;</em>');
    expect(html).not.toContain("<fieldset");
    expect(html).toContain('<my-stars id="film-stars"><input name="stars" value="5">');
    expect(html).toContain('<i>Name</i><input name="name" value="&lt;Fox&gt;">');
    expect(html).not.toContain("<output>");
    expect(String(own.render(data))).toContain("<output>Alien</output>");
    expect(String(own.render(data).withErrors({ studio: "x" }))).not.toContain("<fieldset");
  });

  it("posts valid values from custom templates", () => {
    for (const form of [plain, own]) {
      const result = form.validate(submittedControls(String(form.render(data))));
      expect(result).toMatchObject({ kind: "valid", value: data });
    }
  });
});

describe("a template in place of a built-in one", () => {
  it("may draw with the built-in one", () => {
    const templates = {
      "text-input": (view: InputView, draw: (view: InputView) => string) =>
        `<b>${draw({ ...view, template: "builtin:text-input" })}</b>`,
      "number-input": handlebars("<u>{{> builtin:number-input}}</u>"),
    };
    const html = String(
      createFormWith({})(z.object({ a: z.string(), b: z.number() }), { templates }).render(),
    );
    expect(html).toMatch(
      /<b><div class="tf-field tf-field-text-input.*<u><div class="tf-field tf-field-number-input/s,
    );
  });

  it("gets an error if it draws itself", () => {
    const form = createFormWith({})(z.object({ a: z.string() }), {
      templates: { "text-input": (view, draw) => draw(view) },
    });
    expect(() => String(form.render())).toThrow('Template "text-input" calls draw() with its own view');
  });
});

describe("WidgetOptions.readonlyTemplate", () => {
  it("draws a read-only field; the other template does not", () => {
    const shown: Template<ReadonlyView> = ({ text }) => `<b>${text}</b>`;
    const type = z.string().meta({ widget: textInput({ template: () => "no", readonlyTemplate: shown }) });
    const page = createForm(z.object({ a: type })).render({ a: "x" }, { readonly: true });
    expect(String(page)).toContain("<b>x</b>");
    expect(String(plain.render(data, { readonly: true }))).not.toContain("my-stars");
  });
});

describe("Form.withWidgets", () => {
  it("sets a template for one field, which may draw the template that it replaces", () => {
    const framed: Template<FieldView> = (view, draw) =>
      `<aside>${draw({ ...view, drawnBy: undefined })}</aside>`;
    const html = String(plain.withWidgets({ title: { template: framed } }).render(data));
    expect(html).toMatch(/<aside><div class="tf-field.*value="Alien".*<\/aside>/s);
  });
});
