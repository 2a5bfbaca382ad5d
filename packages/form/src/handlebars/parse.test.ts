import { describe, expect, it } from "vitest";
import { handlebars } from "./handlebars.ts";
import { parseTemplate } from "./parse.ts";
import { TemplateError } from "./template-error.ts";

describe("parseTemplate", () => {
  it("makes data that can be kept as JSON", () => {
    const program = parseTemplate(
      '<p{{#if a}} id="{{../b}}"{{/if}}>{{> (x @root.y 1) z=null}}{{#each a as |b|}}{{b.c}}{{/each}}',
      { helpers: ["x"] },
    );
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  });

  it.each([
    ["a\n {{#if a}}b{{/each}}", `Template "t" at 2:5: if doesn't match each`],
    ["{{a/../b}}", 'Template "t" at 1:3: Invalid path: a/..'],
    ["a\n\n  {{> }} b", /^Template "t" at 3:7: Expecting .*, got 'CLOSE'$/],
    ["{{#if a}}", /^Template "t" at 1:10: Expecting .*, got 'EOF'$/],
    ["\n{{#> p}}{{/p}}", 'Template "t" at 2:1: partial blocks ({{#> }}) are not supported'],
    ["{{> @partial-block}}", 'Template "t" at 1:1: partial blocks ({{> @partial-block}}) are not supported'],
    [
      "{{#*inline 'a'}}{{/inline}}",
      'Template "t" at 1:1: decorators and inline partials ({{#*inline}}) are not supported',
    ],
    ["{{* a}}", 'Template "t" at 1:1: decorators and inline partials ({{#*inline}}) are not supported'],
    ["{{> p a b}}", 'Template "t" at 1:1: a partial takes one context'],
    ["{{shout a}}", 'Template "t" at 1:1: there is no helper "shout"'],
    ["{{a b=1}}", 'Template "t" at 1:1: there is no helper "a"'],
    ["{{a.b c}}", 'Template "t" at 1:1: there is no helper "a.b"'],
    ["{{css (shout a)}}", 'Template "t" at 1:7: there is no helper "shout"'],
    ["{{#shout a}}{{/shout}}", 'Template "t" at 1:1: there is no helper "shout"'],
    ["{{constructor a}}", 'Template "t" at 1:1: there is no helper "constructor"'],
    ["{{if a}}", 'Template "t" at 1:1: the helper "if" needs a block'],
    ["{{#css 'a'}}{{/css}}", 'Template "t" at 1:1: the helper "css" takes no block'],
    ["{{#if a b}}{{/if}}", 'Template "t" at 1:1: the helper "if" takes 1 value, not 2'],
    ["{{lookup a}}", 'Template "t" at 1:1: the helper "lookup" takes 2 values, not 1'],
    ["{{#if a as |b|}}{{/if}}", 'Template "t" at 1:1: this block has no values to name'],
    ["{{^a as |b|}}{{/a}}", 'Template "t" at 1:1: this block has no values to name'],
  ])("refuses %s", (source, message) => {
    expect(() => parseTemplate(source, { name: "t" })).toThrow(message);
    expect(() => parseTemplate(source)).toThrow(TemplateError);
  });

  it("says where in its errors, and why", () => {
    let error: unknown;
    try {
      parseTemplate("a\n{{shout a}}", { name: "t" });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: "TemplateError", template: "t", line: 2, column: 1 });
    expect(() => parseTemplate("{{")).toThrow("Template at 1:3: Expecting");
  });

  it("refuses helpers by the names of those that are built in", () => {
    const helpers = { if: () => "" };
    expect(() => handlebars("", { helpers })).toThrow(
      new TypeError('The helper "if" is built in and can\'t be replaced'),
    );
  });
});
