import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { handlebars } from "../handlebars/handlebars.ts";
import { Renderer } from "./renderer.ts";
import type { Template } from "../field/template.ts";
import type { Templates } from "../templates/template-views.ts";
import type { FormView, InputView } from "../field/view.ts";

const form = createForm(z.object({ name: z.string().meta({ description: "In full" }) }), { formId: "f" });

/** Returns the view of a form with one field. */
function viewOf(drawnBy?: Template): FormView {
  const view = form.render({ name: "<Ada>" }).view();
  return { ...view, children: view.children.map((child) => ({ ...child, drawnBy })) };
}

const plain: Template<InputView> = ({ value }) => `<plain ${value.length}>`;

describe("Renderer", () => {
  it("draws with the built-in templates", () => {
    expect(new Renderer().draw(viewOf())).toContain('type="text" value="&lt;Ada&gt;" required');
  });

  it("replaces a built-in template by a function or a Handlebars template", () => {
    const templates: Templates = { "text-input": plain };
    expect(new Renderer({ templates }).draw(viewOf())).toContain("<plain 5>");
    const read = { "text-input": handlebars("<read {{value}}>{{> label}}") };
    expect(new Renderer({ templates: read }).draw(viewOf())).toContain("<read &lt;Ada&gt;>Name");
  });

  it("replaces parts of other templates", () => {
    const templates: Templates = {
      label: ({ label }) => `<b>${label}</b>`,
      help: handlebars('<p class="{{css "tf-help"}}">{{help}}!</p>'),
    };
    const html = new Renderer({ templates, classes: { "tf-help": "small" } }).draw(viewOf());
    expect(html).toContain("<b>Name</b>");
    expect(html).toContain('<p class="tf-help small">In full!</p>');
  });

  it("draws a view with its own template", () => {
    expect(new Renderer().draw(viewOf(plain))).toContain("<plain 5>");
    expect(new Renderer().draw(viewOf(handlebars("<read {{name}}>")))).toContain("<read name>");
  });

  it("lets a view's template wrap the template that it replaces", () => {
    const framed: Template<InputView> = (view, draw) => `[${draw({ ...view, drawnBy: undefined })}]`;
    const templates: Templates = { "text-input": plain };
    expect(new Renderer({ templates }).draw(viewOf(framed))).toContain("[<plain 5>]");
  });

  it("passes functions a draw function for inner views, with the same look", () => {
    const templates: Templates = {
      form: ({ children }, draw) => children.map((child) => draw(child)).join(""),
      "text-input": plain,
    };
    expect(new Renderer({ templates }).draw(viewOf())).toBe("<plain 5>");
  });

  it("adds a theme's classes, to literals and to values", () => {
    const classes = { "tf-a": "x y", "tf-<": '"', toString: "no" };
    const templates = { t: handlebars("{{css 'tf-a tf-b valueOf'}} {{css name}} {{css nothing}}") };
    const { draw } = new Renderer({ templates, classes });
    const view = { template: "t", name: "tf-< tf-a" };
    expect(draw(view)).toBe("tf-a x y tf-b valueOf tf-&lt; &quot; tf-a x y ");
  });

  it("draws inner views with the helper draw, and nothing without a view", () => {
    const helpers = { twice: (html: { toHTML(): string }) => ({ toHTML: () => html.toHTML().repeat(2) }) };
    const templates = {
      t: handlebars("[{{draw inner}}{{draw nothing}}{{twice (draw inner)}}]", { helpers }),
      u: handlebars("<u>{{@root.template}}</u>"),
    };
    const view = { template: "t", inner: { template: "u" } };
    expect(new Renderer({ templates }).draw(view)).toBe("[<u>u</u><u>u</u><u>u</u>]");
  });

  it("names a missing template", () => {
    const missing = new TypeError('There is no template "nope"');
    expect(() => new Renderer().draw({ template: "nope" })).toThrow(missing);
    expect(() =>
      new Renderer({ templates: { t: handlebars("{{> nope}}") } }).draw({ template: "t" }),
    ).toThrow("The partial nope could not be found");
    expect(() => new Renderer().draw({ template: "constructor" })).toThrow(
      'There is no template "constructor"',
    );
  });

  it("names an invalid template", () => {
    const views: Record<string, Template> = JSON.parse('{ "t": "<p>" }');
    expect(() => new Renderer({ templates: views }).draw({ template: "t" })).toThrow(
      new TypeError('Template "t" must be a function, such as handlebars() returns; it is string'),
    );
    const templates: Record<string, Template> = { t: () => JSON.parse("null") };
    expect(() => new Renderer({ templates }).draw({ template: "t" })).toThrow(
      new TypeError('Template "t" returned object; a string of HTML is expected'),
    );
  });
});

describe("chunks", () => {
  const lists = createForm(z.object({ names: z.array(z.string()) }), { formId: "l" });
  const namesOf = (count: number) => ({ names: Array.from({ length: count }, (_, i) => `Name ${i}`) });

  it("draws the same page in chunks as at once", () => {
    const renderer = new Renderer();
    const view = lists.render(namesOf(500)).view();
    const pieces = [...renderer.chunks(view)];
    expect(pieces.join("")).toBe(renderer.draw(view));
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(20_000);
  });

  it("makes views of items only when it draws them", () => {
    let seen = 0;
    const shout = handlebars("{{count label}}", { helpers: { count: () => String(++seen) } });
    const renderer = new Renderer({ templates: { label: shout } });
    const pieces = renderer.chunks(lists.render(namesOf(10_000)).view());
    pieces.next();
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(200);
  });

  it("draws recursive schemas as deep as posts may be", () => {
    const Box: z.ZodObject = z.object({ name: z.string(), inside: z.lazy(() => z.array(Box)) });
    const boxes = createForm(z.object({ boxes: z.array(Box) }), { formId: "b" });
    let data = { name: "innermost", inside: [] as object[] };
    for (let depth = 0; depth < 100; depth++) data = { name: "box", inside: [data] };
    const html = new Renderer().draw(boxes.render({ boxes: [data] }).view());
    expect(html).toContain('value="innermost"');
  });
});
