import { runInThisContext } from "node:vm";
import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { Renderer } from "../page/renderer.ts";
import type { Template } from "../field/template.ts";
import { handlebars } from "./handlebars.ts";
import { precompiled } from "./runtime.ts";

const form = createForm(z.object({ name: z.string().meta({ description: "In full" }) }), { formId: "f" });

/** Returns the form's HTML with one built-in template replaced. */
function drawn(name: string, template: Template<object>): string {
  return new Renderer({ templates: { [name]: template } }).draw(form.render({ name: "<Ada>" }).view());
}

/** Returns the object that Handlebars' precompiler writes into a module. */
function specOf(source: string): object {
  const code: unknown = Handlebars.precompile(source);
  const spec: unknown = runInThisContext(`(${typeof code === "string" ? code : ""})`);
  if (typeof spec !== "object" || spec === null) throw new TypeError("The precompiler wrote no object");
  return spec;
}

describe("handlebars", () => {
  it.each([
    ["a value, escaped", "{{value}}", "&lt;Ada&gt;"],
    ["blocks of its own", "{{#if required}}must{{else}}may{{/if}}{{#unless help}}no help{{/unless}}", "must"],
    ["a block over a name", "{{#help}}({{this}}){{/help}}", "(In full)"],
    [
      "block parameters and private variables",
      "{{#with this as |view|}}{{view.name}}{{@root.label}}{{/with}}",
      "nameName",
    ],
    ["a built-in partial", "{{> help}}", '<p class="tf-help" id="f-name:help">In full</p>'],
    ["a partial block", "{{#> missing}}fallback {{label}}{{/missing}}", "fallback Name"],
    ["an inline partial", '{{#*inline "mark"}}*{{label}}*{{/inline}}{{> mark}}', "*Name*"],
    ["a partial with a context", "{{> required-mark this}}", "*</span>"],
  ])("draws %s", (_, source, html) => {
    expect(drawn("text-input", handlebars(source))).toContain(html);
    expect(drawn("text-input", precompiled(specOf(source)))).toContain(html);
    expect(drawn("text-input", handlebars(specOf(source)))).toContain(html);
  });

  it("passes blocks and inline partials to partials of the application", () => {
    const templates = {
      frame: handlebars("<i>{{> @partial-block}}|{{> mark}}|{{@root.label}}</i>"),
      mark: handlebars("plain"),
      plain: () => "<hr>",
      "text-input": handlebars(
        '{{#> frame}}{{#*inline "mark"}}*{{name}}*{{/inline}}<b>{{value}}</b>{{/frame}}{{> mark}}{{#> plain}}no{{/plain}}',
      ),
    };
    const own = createForm(z.object({ name: z.string() }), { templates });
    expect(String(own.render({ name: "<Ada>" }).fields["name"])).toBe(
      "<i><b>&lt;Ada&gt;</b>|*name*|Name</i>plain<hr>",
    );
  });

  it("draws as a partial that a function calls for each of a list", () => {
    const templates = {
      mark: handlebars("({{> word}})"),
      word: () => "word",
      "text-input": ((view, _, { partials }) =>
        [view, view].map(partials["mark"] ?? String).join("")) satisfies Template<object>,
    };
    const own = createForm(z.object({ name: z.string() }), { templates });
    expect(String(own.render().fields["name"])).toBe("(word)(word)");
  });

  it("passes inner views to the helper draw", () => {
    const mapping = handlebars("<ul>{{#each children}}<li>{{label}}: {{draw this}}</li>{{/each}}</ul>");
    const nested = createForm(z.object({ at: z.object({ zip: z.string() }) }), {
      formId: "f",
      templates: { mapping },
    });
    expect(String(nested.render({ at: { zip: "0815" } }))).toMatch(
      /<ul><li>Zip: <div class="tf-field.*value="0815"/s,
    );
  });

  it("draws lists that are generated while drawing", () => {
    const sequence = handlebars("{{#each items}}[{{id}} {{draw content}}]{{/each}}");
    const list = createForm(z.object({ names: z.array(z.string()) }), {
      formId: "f",
      templates: { sequence },
    });
    expect(String(list.render({ names: ["a", "b"] }))).toMatch(
      /\[f-names-0 .*value="a".*\]\[f-names-1 .*value="b"/s,
    );
  });

  it("calls helpers of the application", () => {
    const helpers = {
      upper: (text: string) => text.toUpperCase(),
      twice: (html: { toHTML(): string }) => ({ toHTML: () => html.toHTML().repeat(2) }),
    };
    expect(drawn("text-input", handlebars("{{upper label}}", { helpers }))).toContain("NAME");
    const inner: Template<object> = handlebars("{{#each children}}{{twice (draw this)}}{{/each}}", {
      helpers,
    });
    expect(drawn("form", inner).match(/tf-field-text-input/g)).toHaveLength(2);
  });

  it("shows no inherited property of a view", () => {
    expect(drawn("text-input", handlebars("[{{constructor}}{{toString}}{{__proto__}}]"))).toContain("[]");
  });

  it("doesn't indent partials in a text area", () => {
    const area = handlebars("  {{> text}}");
    const draw = new Renderer({ templates: { area, text: () => "<textarea>\na\nb</textarea>" } }).draw;
    expect(draw({ template: "area" })).toBe("  <textarea>\na\nb</textarea>");
  });

  it("names a source that it can't read, before drawing", () => {
    expect(() => handlebars("{{#if a}}", { name: "mine" })).toThrow(SyntaxError);
    expect(() => handlebars("{{#if a}}", { name: "mine" })).toThrow(
      /^Handlebars can't read "mine": Parse error on line 1/,
    );
  });

  it("names a missing helper", () => {
    expect(() => drawn("text-input", handlebars("{{shout label}}"))).toThrow('Missing helper: "shout"');
  });
});
