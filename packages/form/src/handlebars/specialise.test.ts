import { describe, expect, it } from "vitest";
import { parseTemplate } from "./parse.ts";
import type { Program } from "./program.ts";
import { specialise } from "./specialise.ts";

const base = { label: "<Name>", help: "", required: true, ops: ["up", "down"] };

/** What is left to do of a template where the base is known, in a few words. */
function left(source: string, partials: Readonly<Record<string, string>> = {}): string {
  const programs = new Map(Object.entries(partials).map(([name, each]) => [name, parseTemplate(each)]));
  return inWords(specialise(parseTemplate(source), base, { program: (name) => programs.get(name) }));
}

function inWords(program: Program): string {
  return program
    .map((step) => {
      if (typeof step === "string") return step;
      if (step.kind === "block") return `{{#${step.call.helper}}}${inWords(step.body)}{{/}}`;
      return `{{${step.kind}}}`;
    })
    .join("");
}

describe("specialise", () => {
  it.each([
    ["values", "{{label}} {{{label}}} {{value}}", "&lt;Name&gt; <Name> {{output}}"],
    [
      "conditions",
      "{{#if required}}*{{/if}}{{#if help}}{{x}}{{/if}}{{#unless help}}none{{/unless}}",
      "*none",
    ],
    ["what stands in a condition that isn't known", "{{#if x}}{{label}}{{/if}}", "{{#if}}&lt;Name&gt;{{/}}"],
    ["lists", "{{#each ops}}{{this}}-{{../label}} {{/each}}", "up-&lt;Name&gt; down-&lt;Name&gt; "],
    ["lists that ask where they stand not", "{{#each ops}}{{@index}}{{/each}}", "{{#each}}{{output}}{{/}}"],
    [
      "what leads to the base out of a list",
      "{{#each x}}{{../label}}{{/each}}",
      "{{#each}}&lt;Name&gt;{{/}}",
    ],
    ["lookups", "{{lookup ops 1}}", "down"],
  ])("works out %s", (_, source, expected) => {
    expect(left(source)).toBe(expected);
  });

  it("puts partials in their places, but none into itself, and none that isn't known", () => {
    expect(left("{{> a}}{{> b}}{{> c}}", { a: "{{label}}{{value}}", b: "b{{> b}}" })).toBe(
      "&lt;Name&gt;{{output}}b{{partial}}{{partial}}",
    );
  });
});
