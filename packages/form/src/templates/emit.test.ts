import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { emitTemplate } from "../../scripts/templates/emit.ts";
import type { Program } from "../../scripts/templates/syntax.ts";

/** Returns the code of a template named `it`. */
function codeOf(source: string, partials: Readonly<Record<string, string>> = {}, inline = false): string {
  const parse = (each: string): Program => Handlebars.parse(each) as unknown as Program;
  const programs = new Map(Object.entries({ ...partials, it: source }).map(([name, each]) => [name, parse(each)]));
  const constants = new Set(["label", "edits", "required"]);
  return emitTemplate("it", parse(source), { programs, constants, inline });
}

describe("emitTemplate", () => {
  it("writes constants once, and the rest for each page", () => {
    expect(codeOf("<b>{{label}}</b>{{value}}")).toMatch(/const s0 = joined\("<b>", text\(c.label\), "<\/b>"\);\s+return \(v\) => s0 \+ text\(v.value\)/);
    expect(codeOf("{{#if required}}<i>{{label}}</i>{{/if}}")).toContain("(isFilled(c.required) ?");
    expect(codeOf("{{#if required}}{{value}}{{/if}}")).toContain("const s0 = isFilled(c.required);");
  });

  it("calls partials, or inlines them", () => {
    const partials = { part: "<i>{{value}}</i>" };
    expect(codeOf("{{> part}}", partials)).toContain('look.text("part", c)');
    expect(codeOf("{{> part}}", partials, true)).toContain('"<i>" + text(v.value)');
  });

  it("returns inner views for drawing", () => {
    expect(codeOf("<ol>{{#each items}}{{draw this}}{{/each}}</ol>")).toContain('["<ol>", v.items, "</ol>"]');
    expect(codeOf("{{#if blank}}<p>{{draw blank}}{{/if}}")).toContain('["<p>", v.blank]');
  });

  it("joins a passage that is the same on most pages", () => {
    const code = codeOf("<b>{{#if invalid}}!{{/if}}{{label}}{{#with title}}{{it}}{{/with}}</b>{{value}}");
    expect(code).toContain('const s1 = joined("<b>", s0, "</b>");');
    expect(code).toMatch(/\(isFilled\(v.invalid\) \|\| v.title !== undefined \? "<b>" .* : s1\) \+ text\(v.value\)/);
  });

  it("stages each value of a constant list", () => {
    expect(codeOf("{{#each edits}}<b>{{label}}{{#if ../value}}!{{/if}}{{/each}}")).toMatch(/staged\(c.edits, \(x\d+\) =>/);
  });

  it("refuses a partial that does not exist", () => {
    expect(() => codeOf("{{> none}}")).toThrow('Template "it" uses the partial "none", which does not exist');
  });

  it.each([
    ["{{#> part}}x{{/part}}", "a PartialBlockStatement"],
    ['{{#*inline "x"}}{{/inline}}', "a DecoratorBlock"],
    ["{{> part this}}", "a partial with a context"],
    ["{{shout value}}", 'the helper "shout"'],
    ["{{#log value}}{{/log}}", 'the block "log"'],
    ["{{@root.value}}", '"@root.value"'],
    ["{{../value}}", '"../value"'],
    ["{{this}}", '"this" to name the whole view'],
    ["{{#each items}}{{else}}none{{/each}}", '"else" of the block "each"'],
  ])("refuses %s", (source, construct) => {
    expect(() => codeOf(source, { part: "x" })).toThrow(
      new SyntaxError(`Template "it" uses ${construct}; built-in templates can't use that`),
    );
  });
});
