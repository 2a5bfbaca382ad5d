import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawOfficially, drawOften, drawOurs, type TemplateCase } from "../testing/two-engines.ts";
import type { HelperOptions } from "./handlebars.ts";
import { layered } from "./layers.ts";

const html = { toHTML: () => "<i>" };
const people = { people: [{ name: "Ada" }, { name: "Bob" }] };

const helpers = {
  shout: (text: unknown) => (typeof text === "string" ? `${text}!<` : ""),
  list: (...given: readonly unknown[]) => given.slice(0, -1).join("+"),
  options: ({ name, hash, data, fn }: HelperOptions) =>
    `${name} ${JSON.stringify(hash)} ${String(data["index"])} ${fn === undefined}`,
  safe: () => html,
  wrap(this: unknown, { fn, inverse }: HelperOptions) {
    return `<b>${fn?.(this)}|${inverse?.(this)}</b>`;
  },
  give: (value: unknown, { fn, data }: HelperOptions) =>
    fn?.(value ?? "none", { data: { ...data, extra: "E" }, blockParams: [value, "second"] }),
  which: () => "p1",
};

/** Templates by what they try, each with its context. */
const cases: Readonly<Record<string, readonly (readonly [source: string, context?: unknown])[]>> = {
  values: [
    ["{{a}}|{{{a}}}|{{&a}}", { a: "<&>\"'`=" }],
    ["{{a}}{{b}}{{c}}{{d}}{{e}}{{f}}", { a: undefined, b: null, c: false, d: 0, e: [1, [2]], f: NaN }],
    ["{{{a}}}|{{{b}}}|{{{c}}}|{{{d}}}", { a: null, b: false, c: 0, d: [1, "<"] }],
    ["{{a}}{{b}}", { a: html, b: { toHTML: "no", toString: () => "<" } }],
    ["{{a}} {{this}}", "text"],
    ["{{.}} {{this}} {{length}} {{[0]}}", "text"],
    ["{{a}}", null],
  ],
  paths: [
    ["{{a.b}} {{a/b}} {{a.[b c]}} {{[a].b}} {{this.a.b}} {{./a.b}}", { a: { b: 1, "b c": 2 } }],
    ["{{a.b.c}} {{a.length}} {{a.[0]}}", { a: ["x"] }],
    [`{{"a b"}} {{12}} {{true}} {{null}} {{undefined}}`, { "a b": 1, 12: 2, true: 3, null: 4, undefined: 5 }],
    ["{{#each a}}{{this}}{{../b}}{{../../b}}{{/each}}", { a: [1, 2], b: "x" }],
    ["{{#with a}}{{#if b}}{{../c}}{{/if}}{{#each b}}{{../../c}}{{/each}}{{/with}}", { a: { b: [1] }, c: 3 }],
    ["{{#with this}}{{../a}}{{a}}{{/with}}", { a: 1 }],
    ["{{constructor}}{{toString}}{{__proto__}}{{a.constructor.name}}", { a: [] }],
    ["{{__proto__}} {{constructor}}", JSON.parse('{"__proto__": "p", "constructor": "c"}')],
    ["{{hasOwnProperty}} {{a}}", { hasOwnProperty: 1, a: 2 }],
    ["{{a}}", Object.assign(Object.create({ a: "inherited" }), { b: 1 })],
  ],
  data: [
    ["{{@root.context.a}} {{@index}} {{@nothing.at.all}}", { a: 1 }],
    [
      "{{#each a}}{{@index}}{{@key}}{{@first}}{{@last}}{{#each b}}{{@../index}}{{@index}}{{/each}}{{/each}}",
      { a: [{ b: [1, 2] }, { b: [3] }] },
    ],
    ["{{#each a}}{{#with this}}{{#if @first}}first{{/if}}{{/with}}{{/each}}", { a: ["x", "y"] }],
  ],
  if: [
    ["{{#if a}}yes{{else}}no{{/if}}", { a: [] }],
    ["{{#if a}}yes{{else if b}}b{{else if c}}c{{else}}no{{/if}}", { b: "", c: {} }],
    [
      "{{#if a}}yes{{else}}no{{/if}}{{#if a includeZero=true}}yes{{/if}}{{#if a includeZero=b}}yes{{/if}}",
      { a: 0 },
    ],
    ["{{#unless a}}no{{else}}yes{{/unless}}{{#unless a includeZero=true}}no{{else}}yes{{/unless}}", { a: 0 }],
    ["{{^if a}}no{{/if}}{{#if b}}{{^}}no{{/if}}", {}],
  ],
  each: [
    ["{{#each a}}{{@key}}={{this}}{{@last}};{{else}}none{{/each}}", { a: { x: 1, y: 2 } }],
    ["{{#each a}}{{.}}{{@last}}{{/each}}", { a: new Set(["x", "y"]) }],
    ["{{#each a}}{{[0]}}:{{[1]}}{{/each}}", { a: new Map([["x", 1]]) }],
    [
      "{{#each a}}x{{else}}none{{/each}}{{#each b}}x{{else}}none{{/each}}{{#each c}}x{{else}}none{{/each}}",
      { a: [], b: "text", c: {} },
    ],
    ["{{#each people as |person i|}}{{i}}{{person.name}}{{name}}{{/each}}", people],
    [
      "{{#each a as |x k|}}{{#each x as |y|}}{{k}}{{x}}{{y}}{{../this}}{{/each}}{{/each}}",
      { a: { p: [1, 2], q: [3, 4] } },
    ],
    ["{{#each a as |x|}}{{#each x as |x|}}{{x}}{{./x}}{{this.x}}{{/each}}{{/each}}", { a: [[1, { x: 2 }]] }],
  ],
  "with and lookup": [
    ["{{#with a}}{{b}}{{else}}none{{/with}}{{#with c}}{{else}}none{{/with}}", { a: { b: 1 } }],
    ["{{#with a as |x|}}{{x.b}}{{../a.b}}{{/with}}{{#with d}}{{this}}{{/with}}", { a: { b: 1 }, d: 0 }],
    ["{{lookup a b}}{{lookup a 0}}{{lookup nothing 1}}{{lookup a 'constructor'}}", { a: ["x", "y"], b: 1 }],
    [
      "{{#each a}}{{lookup ../b @index}}{{/each}}{{#with (lookup a 1)}}{{this}}{{/with}}",
      { a: [1, 2], b: [3, 4] },
    ],
    ["{{#if (lookup a 'b')}}yes{{/if}}{{lookup (lookup this 'a') 'b'}}", { a: { b: 1 } }],
  ],
  sections: [
    ["{{#a}}{{b}}{{/a}}{{^a}}no{{/a}}", { a: [{ b: 1 }, { b: 2 }] }],
    ["{{#a}}{{b}}{{else}}no{{/a}}", { a: [], b: 1 }],
    [
      "{{#a}}{{b}}{{/a}}{{#c}}{{b}}{{/c}}{{#d}}{{this}}{{/d}}{{^e}}no{{/e}}",
      { a: true, b: 1, c: { b: 2 }, d: 0, e: false },
    ],
    ["{{#a as |x i|}}{{x}}{{i}}{{@index}}{{/a}}{{#b as |x|}}{{x}}{{c}}{{/b}}", { a: [1, 2], b: { c: 3 } }],
    ["{{#a.b}}{{this}}{{/a.b}}{{#this}}{{c}}{{/this}}{{#../x}}{{/../x}}", { a: { b: ["x"] }, c: 1 }],
    ["{{#each a as |x|}}{{#x}}{{b}}{{/x}}{{/each}}", { a: [{ b: 1 }] }],
  ],
  partials: [
    ["{{> p1}}|{{> p1 b}}|{{> p1 a=3}}|{{> p1 b a=4 c=(lookup b 'a')}}", { a: 1, b: { a: 2 } }],
    [
      "{{> 'two words'}}{{> [two words]}}{{> p/q}}{{> 12}}{{> (which)}}{{> (lookup this 'name')}}",
      { name: "p1" },
    ],
    ["{{#each a}}{{> item}}{{/each}}", { a: ["x", "y"], b: "around" }],
    ["{{#each a as |x|}}{{> named}}{{/each}}", { a: ["x"] }],
    ["a\n  {{> lines}}\nb", { a: "1\n2" }],
    ["  {{> p1 nothing}}\n{{> p1 'text' a=5}}", {}],
    ["{{> tree}}", { name: "a", inner: [{ name: "b", inner: [{ name: "c" }] }] }],
  ],
  whitespace: [
    ["  {{#if a}}\n  x\n  {{else}}\n  y\n  {{/if}}\n z", { a: 1 }],
    [" {{~a~}} | {{~#if a~}} x {{~/if~}} | {{~! c ~}} ", { a: 1 }],
    ["a\n{{! comment }}\nb {{!-- }} --}} c\n  {{!-- d --}}  \ne", {}],
    ["\\{{a}} \\\\{{a}} {{{{wrap}}}} {{a}} {{{{/wrap}}}}", { a: 1 }],
    ["{{#each a}}\n- {{this}}\n{{/each}}\n", { a: [1, 2] }],
  ],
  "helpers of an application's own": [
    [
      "{{shout a}} {{{shout a}}} {{list a 'b' 3 true null undefined}} {{list (shout (shout a)) a=1}}",
      { a: "<" },
    ],
    ["{{options}} {{options a=1}} {{options c=d}} {{#each a}}{{options}}{{/each}}", { a: [1], d: [2] }],
    ["{{#options}}{{/options}} {{safe}} {{#if (safe)}}{{safe}}{{/if}}", {}],
    ["{{#wrap}}{{a}}{{else}}not {{a}}{{/wrap}}{{^wrap}}inverse{{/wrap}}", { a: "<" }],
    [
      "{{#give a as |x y|}}{{b}}{{x.b}}{{y}}{{@extra}}{{#each c}}{{@extra}}{{@index}}{{/each}}{{../d}}{{/give}}",
      { a: { b: 1, c: [2] }, d: 3 },
    ],
    ["{{#each a as |shout|}}{{shout}}{{/each}}{{this.shout}}{{./shout}}", { a: [1], shout: 2 }],
    ["{{#if a}}1{{else give b as |x|}}{{x}}{{/if}}", { b: 2 }],
  ],
};

const partials = {
  p1: "<{{a}}{{c}}{{../a}}{{@index}}>",
  "two words": "two",
  "p/q": "q",
  "12": "twelve",
  item: "{{@index}}{{this}}{{../b}}{{@root.context.b}}",
  named: "{{x}}",
  lines: "{{a}}\n{{a}}\n",
  tree: "{{name}}{{#each inner}}({{> tree}}){{/each}}",
};

const both = (given: TemplateCase) => [drawOurs(given), drawOfficially(given)];

describe("handlebars", () => {
  for (const [feature, templates] of Object.entries(cases)) {
    it.each(templates.map(([source, context = {}]) => ({ source, context })))(
      `draws ${feature} as Handlebars does: $source`,
      (given) => {
        const [ours, official] = both({ ...given, partials, helpers });
        expect(ours).toBe(official);
      },
    );
  }

  it("draws any template as Handlebars does", () => {
    const templates = fc.record({ source: main, p1: part, p2: part, context: root });
    fc.assert(
      fc.property(templates, ({ source, p1, p2, context }) => {
        const given = { source, context, partials: { p1, p2: `${p2}{{> p1}}` }, helpers };
        const [ours, official] = both(given);
        expect(ours).toBe(official);
      }),
      { numRuns: 2000 },
    );
  });

  it("draws any template of a view in layers as of a plain one, also when it knows the view's base", () => {
    const templates = fc.record({ source: main, p1: part, p2: part, context: root });
    fc.assert(
      fc.property(templates, fc.subarray(["a", "b", "c"]), ({ source, p1, p2, context }, names) => {
        const given = { source, partials: { p1, p2: `${p2}{{> p1}}` }, helpers };
        const official = drawOfficially({ ...given, context: inLayers(context, names, plainly) });
        const ours = drawOften({ ...given, context: inLayers(context, names, layered) }, 4);
        expect(new Set(ours)).toEqual(new Set([official]));
      }),
      { numRuns: 2000 },
    );
  });
});

/** A value whose objects are made of two: a base of the properties with these names, and the others. */
function inLayers(
  value: unknown,
  names: readonly string[],
  join: (base: object, own: object) => object,
): unknown {
  if (Array.isArray(value)) return value.map((each) => inLayers(each, names, join));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, inLayers(each, names, join)] as const);
  const part = (isBase: boolean): object =>
    Object.fromEntries(entries.filter(([name]) => names.includes(name) === isBase));
  return join(part(true), part(false));
}

const plainly = (base: object, own: object): object => ({ ...base, ...own });

// There are no values that are equal by `==` but not the same (0 and "", [7] and 7), and no contexts that are not there:
// those are where we differ.
const text = fc.constantFrom("x", "<y>", "a & b");
const { value } = fc.letrec<{ value: unknown; object: object; list: readonly unknown[] }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, text, fc.constantFrom(7, true), tie("object"), tie("list")),
  object: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { maxKeys: 3, noNullPrototype: true }),
  list: fc.oneof(fc.constant([]), fc.array(fc.oneof(text, tie("object")), { minLength: 2, maxLength: 3 })),
}));
const root = fc.record({ a: value, b: value, c: value }, { noNullPrototype: true });

const path = fc.constantFrom(
  ..."a b c a.b b.c this this.a . ../a ../this ../../b x x.a i @root.context.a".split(" "),
);
const data = fc.constantFrom("@index", "@key", "@first", "@last", "@../index", "@extra");
const literal = fc.constantFrom("0", "1", "'t'", "true", "false", "null", "undefined");
const call = fc
  .tuple(fc.constantFrom("shout", "list", "lookup a"), path)
  .map((parts) => `(${parts.join(" ")})`);
const expression = fc.oneof(path, data, literal, call);
const strip = fc.constantFrom("", "", "", "~");

/** A tag, its braces with or without a mark for white space. */
const tag = (content: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(strip, content, strip).map(([open, inside, close]) => `{{${open}${inside}${close}}}`);
const written = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((each) => (typeof each === "string" ? fc.constant(each) : each)))
    .map((all) => all.join(""));

const plain = fc.constantFrom("t", " ", "\n", " \n", "  ", "<p>\n");
const output = fc.oneof(
  tag(fc.oneof(path, data)),
  tag(written("shout ", expression)),
  written("r{{{", path, "}}}"),
);
const comment = tag(fc.constantFrom("! c ", "!-- }} --"));
const partial = tag(
  written(
    "> ",
    fc.constantFrom("p1", "p2", "(which)"),
    fc.constantFrom("", " this", " a=@root.context.b", " c='<'"),
  ),
);
const names = fc.constantFrom("", " as |x|", " as |x i|");

function templateOf(leaf: fc.Arbitrary<string>, maxDepth: number): fc.Arbitrary<string> {
  return fc.letrec<{ content: string; piece: string; block: string }>((tie) => {
    const block = (
      name: string,
      open: fc.Arbitrary<string>,
      otherwise = tag(fc.constantFrom("else", "^")),
    ) => {
      const rest = fc.oneof(fc.constant(""), written(otherwise, tie("content")));
      return written(tag(written("#", open)), tie("content"), rest, tag(fc.constant(`/${name}`)));
    };
    return {
      content: fc.array(tie("piece"), { maxLength: 3 }).map((pieces) => pieces.join("")),
      piece: fc.oneof({ maxDepth, depthSize: "large" }, leaf, tie("block")),
      block: fc.oneof(
        block("if", written("if ", expression), tag(written("else if ", expression))),
        block("if", written("if ", expression, " includeZero=true")),
        block("unless", written("unless ", expression)),
        block("each", written("each ", path, names)),
        block("with", written("with ", path, names)),
        block("a", fc.constant("a")),
        block("wrap", fc.constant("wrap")),
        block("give", written("give ", path, names)),
      ),
    };
  }).content;
}
const main = templateOf(fc.oneof(plain, output, comment, partial), 3);
const part = templateOf(fc.oneof(plain, output, comment), 1);
