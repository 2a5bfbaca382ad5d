import { readdirSync, readFileSync } from "node:fs";
import type { Form } from "@turnform/form";
import type { Bindings } from "@turnform/schema";
import type { Router } from "express";
import type { z } from "zod";

/** Exports of a module in `examples/`. */
interface ExampleModule {
  readonly title: string;
  /** Purpose of the widget, in a sentence or two. */
  readonly about: string;
  /** Heading in the gallery. Default: `More`. */
  readonly group?: string;
  /** Addresses of the docs that explain the widget, each with a heading: `/docs/packages/form#widgets`. */
  readonly docs: readonly string[];
  /** Its `formId` must be the file's name without `.ts`. */
  readonly form: Form<z.ZodObject>;
  /** Data for the filled and the readonly view. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** Values for the deferred parts of the form. */
  readonly bindings?: Bindings;
  /** Routes that the widget's script asks, below the page's address: `/cities` becomes `/gallery/NAME/cities`. */
  readonly routes?: Router;
}

export interface Example extends ExampleModule {
  /** The file's name without `.ts`, also the last part of the page's address. */
  readonly name: string;
  readonly group: string;
  readonly source: string;
}

const sources = new URL("../../src/gallery/examples/", import.meta.url);
/** Ending of the modules: `.ts` in `src/`, `.js` in `dist/`. */
const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));

/**
 * Imports all modules of `examples/`.
 *
 * @returns the examples, sorted by group and title
 * @throws {TypeError} if a module lacks an export; the message names the module
 */
export async function findExamples(): Promise<readonly Example[]> {
  const names = readdirSync(sources).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  const examples = await Promise.all(names.map(importExample));
  return examples.toSorted((a, b) => a.group.localeCompare(b.group) || a.title.localeCompare(b.title));
}

async function importExample(name: string): Promise<Example> {
  const module: unknown = await import(new URL(`examples/${name}${ending}`, import.meta.url).href);
  if (!isExample(module))
    throw new TypeError(`examples/${name}.ts must export title, about, docs, form and filled`);
  const { bindings, form } = module;
  if (form.formId !== name)
    throw new TypeError(
      `The form of examples/${name}.ts must have the formId "${name}", not "${form.formId}"`,
    );
  return {
    group: "More",
    ...module,
    name,
    form: bindings ? form.bind(bindings) : form,
    source: readFileSync(new URL(`${name}.ts`, sources), "utf8"),
  };
}

function isExample(module: unknown): module is ExampleModule {
  return (
    typeof module === "object" &&
    module !== null &&
    ["title", "about", "docs", "form", "filled"].every((name) => Object.hasOwn(module, name))
  );
}
