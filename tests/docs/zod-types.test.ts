/**
 * Checks the table of all zod types in the docs, and writes it with `npm run zod-types`: each row makes a form, renders it, posts
 * the page and compares the value.
 */
import { runInThisContext } from "node:vm";
import { createForm, type Form } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { submittedControls } from "../../packages/form/src/testing/submitted.ts";
import { type TypeSample, typeSamples } from "./zod-type-samples.ts";

/** Exports that begin like a type, and are none: enums of zod 3, and bases of other classes. */
const NO_TYPES: ReadonlySet<string> = new Set([
  "ZodFirstPartyTypeKind",
  "ZodIssueCode",
  "ZodType",
  "ZodStringFormat",
]);

const classNames = Object.keys(z).filter((name) => /^Zod.*(?<!Error)$/.test(name) && !NO_TYPES.has(name));

/** Runs an expression of a sample. */
function run(code: string): unknown {
  const make: unknown = runInThisContext(`(z) => (${code})`);
  if (typeof make !== "function") throw new TypeError(`No expression: ${code}`);
  return make(z);
}

function typeOf({ code }: TypeSample): z.ZodType {
  const type = run(code);
  // `z.function()` is a type too, though TypeScript does not say so.
  if (!isType(type)) throw new TypeError(`${code} is no type`);
  return type;
}

function isType(value: unknown): value is z.ZodType {
  return value instanceof z.core.$ZodType;
}

/** Returns the controls of a page, with a file chosen as a browser posts it. */
function postOf(html: string, field: unknown): Control[] {
  return submittedControls(html).map(([name, value]) => [
    name,
    field instanceof File && value instanceof File ? field : value,
  ]);
}

function formOf(sample: TypeSample): Form<z.ZodObject> {
  return createForm(z.object({ field: typeOf(sample) }), { formId: "f" });
}

/** Returns the message of the error that a form of the type throws. */
function messageOf(sample: TypeSample): string {
  try {
    formOf(sample);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new TypeError(`${sample.code} works: give its sample a value`);
}

/** Returns the widget of the type: its function, and the type of its input. */
function widgetOf(sample: TypeSample): string {
  const form = formOf(sample);
  const [view] = form.render().view().children;
  const kind = form.node.child("field")?.kind ?? "";
  const template = view?.template ?? "";
  const name = OF_KIND[`${kind} ${template}`] ?? camelCase(template);
  const type: unknown = view && Reflect.get(view, "type");
  return name === "textInput" && type !== "text"
    ? `\`textInput({ type: "${String(type)}" })\``
    : `\`${name}()\``;
}

/** Widgets that use the template of another one. */
const OF_KIND: Readonly<Record<string, string>> = {
  "record sequence": "entries",
  "map sequence": "entries",
  "set select-search": "tags",
  "tuple text-input": "textInputCsv",
  "tuple sequence": "tupleGroup",
};

function camelCase(template: string): string {
  return template.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

function page(): string {
  const rows = typeSamples
    .filter(({ value }) => value !== undefined)
    .map((sample) => `| ${sample.name} | \`${cell(sample.code)}\` | ${widgetOf(sample)} |`);
  const refusals = typeSamples
    .filter(({ value }) => value === undefined)
    .map((sample) => `| ${sample.name} | \`${cell(sample.code)}\` | ${cell(messageOf(sample))} |`);
  return `# All zod types

This page lists every type that zod exports, with its default widget or the reason that no form can hold it. \`npm run zod-types\`
writes it. A test makes a form of each type, renders a value, posts the page and compares the value.

## Types with a widget

| class | for example | default widget |
|---|---|---|
${rows.join("\n")}

Brands, metadata and checks change nothing in this table. [Widgets](widgets.md) shows how to choose another widget.

## Types without a place in a form

\`createForm\` throws for these types, here for a field with the name \`field\`:

| class | for example | message |
|---|---|---|
${refusals.join("\n")}
`;
}

describe("the table of zod types", () => {
  it("has every class of types that zod exports", () => {
    const named = new Set(typeSamples.map(({ name }) => name));
    expect(classNames.filter((name) => !named.has(name))).toEqual([]);
    expect([...named].filter((name) => !classNames.includes(name))).toEqual([]);
  });

  it.each(typeSamples)("has $code under its class", (sample) => {
    expect([...typeOf(sample)._zod.traits]).toContain(sample.name);
  });

  it.each(typeSamples.filter(({ value }) => value !== undefined))("works: $code", (sample) => {
    const form = formOf(sample);
    const field = run(sample.value ?? "");
    const html = String(form.render({ field }));
    const result = form.validate(postOf(html, field));
    expect(result.kind === "valid" ? result.value["field"] : result.form.error?.asDict()).toEqual(field);
  });

  it.each(typeSamples.filter(({ value }) => value === undefined))("is refused: $code", (sample) => {
    const message = messageOf(sample);
    expect(message).toContain('Field "field"');
    expect(message).toMatch(/\bz\.\w+\(/);
    expect(message).toMatch(/\b(?:Use|use|Leave)\b/);
  });

  it("is on the page", async () => {
    await expect(page()).toMatchFileSnapshot("../../docs/concepts/zod-types.md");
  });
});
