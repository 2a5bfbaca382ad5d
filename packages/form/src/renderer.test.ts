import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";
import { handlebars } from "./handlebars/handlebars.ts";
import { createRenderer } from "./renderer.ts";
import type { Template } from "./template.ts";
import type { Templates } from "./template-views.ts";
import type { FormView, InputView } from "./view.ts";

const form = createForm(z.object({ name: z.string().meta({ description: "In full" }) }), { formId: "f" });

/** The view of a form with one field. */
function viewOf(drawnBy?: Template): FormView {
  const view = form.render({ name: "<Ada>" }).view();
  return { ...view, children: view.children.map((child) => ({ ...child, drawnBy })) };
}

const plain: Template<InputView> = ({ value }) => `<plain ${value.length}>`;

describe("createRenderer", () => {
  it("draws with the built-in templates", () => {
    expect(createRenderer()(viewOf())).toContain('type="text" value="&lt;Ada&gt;" required');
  });

  it("takes a function, or a Handlebars template, in place of a built-in one", () => {
    const templates: Templates = { "text-input": plain };
    expect(createRenderer({ templates })(viewOf())).toContain("<plain 5>");
    const read = { "text-input": handlebars("<read {{value}}>{{> label}}") };
    expect(createRenderer({ templates: read })(viewOf())).toContain("<read &lt;Ada&gt;>Name");
  });

  it("takes them in place of parts of others as well", () => {
    const templates: Templates = {
      label: ({ label }) => `<b>${label}</b>`,
      help: handlebars('<p class="{{css "tf-help"}}">{{help}}!</p>'),
    };
    const html = createRenderer({ templates, classes: { "tf-help": "small" } })(viewOf());
    expect(html).toContain("<b>Name</b>");
    expect(html).toContain('<p class="tf-help small">In full!</p>');
  });

  it("draws one view by a template of its own", () => {
    expect(createRenderer()(viewOf(plain))).toContain("<plain 5>");
    expect(createRenderer()(viewOf(handlebars("<read {{name}}>")))).toContain("<read name>");
  });

  it("may put something around what the view's own template draws", () => {
    const framed: Template<InputView> = (view, draw) => `[${draw({ ...view, drawnBy: undefined })}]`;
    const templates: Templates = { "text-input": plain };
    expect(createRenderer({ templates })(viewOf(framed))).toContain("[<plain 5>]");
  });

  it("gives functions what draws views inside, with the same look", () => {
    const templates: Templates = {
      form: ({ children }, draw) => children.map((child) => draw(child)).join(""),
      "text-input": plain,
    };
    expect(createRenderer({ templates })(viewOf())).toBe("<plain 5>");
  });

  it("adds a theme's classes, of literals and of values", () => {
    const classes = { "tf-a": "x y", "tf-<": '"', toString: "no" };
    const templates = { t: handlebars("{{css 'tf-a tf-b valueOf'}} {{css name}} {{css nothing}}") };
    const draw = createRenderer({ templates, classes });
    const view = { template: "t", name: "tf-< tf-a" };
    expect(draw(view)).toBe("tf-a x y tf-b valueOf tf-&lt; &quot; tf-a x y ");
  });

  it("draws a view where a template says so, and none for one that isn't there", () => {
    const helpers = { twice: (html: { toHTML(): string }) => ({ toHTML: () => html.toHTML().repeat(2) }) };
    const templates = {
      t: handlebars("[{{draw inner}}{{draw nothing}}{{twice (draw inner)}}]", { helpers }),
      u: handlebars("<u>{{@root.template}}</u>"),
    };
    const view = { template: "t", inner: { template: "u" } };
    expect(createRenderer({ templates })(view)).toBe("[<u>u</u><u>u</u><u>u</u>]");
  });

  it("says which template there isn't", () => {
    const missing = new TypeError('There is no template "nope"');
    expect(() => createRenderer()({ template: "nope" })).toThrow(missing);
    expect(() => createRenderer({ templates: { t: handlebars("{{> nope}}") } })({ template: "t" })).toThrow(
      missing,
    );
    expect(() => createRenderer()({ template: "constructor" })).toThrow('There is no template "constructor"');
  });

  it("says which template is none", () => {
    const views: Record<string, Template> = JSON.parse('{ "t": "<p>" }');
    expect(() => createRenderer({ templates: views })({ template: "t" })).toThrow(
      new TypeError('Template "t" is neither a function nor a template that handlebars() has read'),
    );
    const templates: Record<string, Template> = { t: () => JSON.parse("null") };
    expect(() => createRenderer({ templates })({ template: "t" })).toThrow(
      new TypeError('Template "t" returned object; a string of HTML is expected'),
    );
  });
});
