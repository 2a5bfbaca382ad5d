import { readdirSync, readFileSync } from "node:fs";
import type { Form } from "@turnform/form";
import type { Bindings } from "@turnform/schema";
import type { Router } from "express";
import type { z } from "zod";

/** What a module of `examples/` exports. */
interface ExampleModule {
  /** Heading of its page. */
  readonly title: string;
  /** What the widget is for, in a sentence or two. */
  readonly about: string;
  /** Where it stands in the gallery, default `More`. */
  readonly group?: string;
  /** Its `formId` is the file's name, without `.ts`. */
  readonly form: Form<z.ZodObject>;
  /** Data for the filled and the readonly view. */
  readonly filled: unknown;
  /** What the deferred parts of the form are made of. */
  readonly bindings?: Bindings;
  /** Addresses that the widget asks, below the page's own; such as `/cities` for `/gallery/NAME/cities`. */
  readonly routes?: Router;
}

/** A page of the gallery. */
export interface Example extends ExampleModule {
  /** The file's name without `.ts`, and the last part of the page's address. */
  readonly name: string;
  readonly group: string;
  /** The code of the module, as it stands in its file. */
  readonly source: string;
}

/** From `src/gallery/` and from `dist/gallery/` alike. */
const sources = new URL("../../src/gallery/examples/", import.meta.url);
/** The ending of modules: this one runs from `src/` as `.ts`, from `dist/` as `.js`. */
const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));

/**
 * Imports all modules of `examples/`.
 *
 * @returns the examples, by group and title
 * @throws TypeError by the name of the first that is no example
 */
export async function findExamples(): Promise<readonly Example[]> {
  const names = readdirSync(sources).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  const examples = await Promise.all(names.map(importExample));
  return examples.toSorted((a, b) => a.group.localeCompare(b.group) || a.title.localeCompare(b.title));
}

async function importExample(name: string): Promise<Example> {
  const module: unknown = await import(new URL(`examples/${name}${ending}`, import.meta.url).href);
  if (!isExample(module))
    throw new TypeError(`examples/${name}.ts must export title, about, form and filled`);
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
    ["title", "about", "form", "filled"].every((name) => Object.hasOwn(module, name))
  );
}
