import { describe, expect, it } from "vitest";
import { drawOfficially, drawOurs, type TemplateCase } from "../testing/two-engines.ts";

/** Templates that are drawn in another way than Handlebars does. */
const cases: Readonly<Record<string, TemplateCase & { readonly ours: string; readonly official: string }>> = {
  "writes numbers one after the other, raw as well": {
    source: "{{{a}}}{{{b}}}",
    context: { a: 1, b: 2 },
    ours: "12",
    official: "3",
  },
  "writes what is HTML as it is, raw as well": {
    source: "{{{a}}}",
    context: { a: { toHTML: () => "<b>" } },
    ours: "<b>",
    official: "[object Object]",
  },
  "never calls functions in data": {
    source: "{{a}}{{{a}}}",
    context: { a: () => "called" },
    ours: "",
    official: "calledcalled",
  },
  "has no empty object in place of a context that isn't there": {
    source: "{{#if true}}{{this}}{{/if}}",
    context: null,
    ours: "",
    official: "[object Object]",
  },
  "takes `../` for a step outwards wherever the context is another value, though an equal one by `==`": {
    source: "{{#each a}}{{../b}}{{/each}}",
    context: { a: ["[object Object]"], b: 1 },
    ours: "1",
    official: "",
  },
  "keeps the order of values by keys": {
    source: "{{#each (keys a=1 b=2)}}{{this}}{{/each}}",
    context: {},
    helpers: { keys: ({ hash }: { hash: object }) => Object.keys(hash) },
    ours: "ab",
    official: "ba",
  },
};

describe("handlebars", () => {
  it.each(Object.entries(cases))("%s", (_, { ours, official, ...given }) => {
    expect(drawOurs(given)).toBe(ours);
    expect(drawOfficially(given)).toBe(official);
  });
});
