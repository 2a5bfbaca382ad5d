import { readdirSync, readFileSync } from "node:fs";
import type { FilledForm } from "@turnform/form";
import type { Request, Router } from "express";

/** Exports of a module in `features/`. */
interface FeatureModule {
  readonly title: string;
  /** Description of the feature, in a sentence or two. */
  readonly about: string;
  /** Heading in the gallery. */
  readonly group: string;
  /** Addresses of the docs that explain the feature, each with a heading: `/docs/recipes/wizard#the-steps`. */
  readonly docs: readonly string[];
  /** Further source files to show, as paths in the demo's folder. */
  readonly files?: readonly string[];
  /**
   * Creates the routes, mounted at the page's address after `controls()`.
   *
   * @param page Renders the page
   */
  routes(page: FeaturePage): Router;
}

/** Renders a feature's page to HTML. */
export type FeaturePage = (req: Request, content: FeatureContent) => Promise<string>;

/** Content of a feature's page. */
interface FeatureContent {
  /** Forms on the page. The page loads their assets. */
  readonly forms: readonly FilledForm[];
  /** Heading of the stage. Default: "The form" or "The forms". */
  readonly heading?: string;
  /** HTML of the stage. Default: the forms, one after the other. */
  readonly stage?: string;
  /** Name of the view. Default: `gallery-feature`. */
  readonly view?: string;
  /** Further data for the view. */
  readonly locals?: object;
  /** Result of a post, shown as JSON. */
  readonly data?: unknown;
}

/** A page of the gallery that shows a feature of forms instead of a widget. */
export interface Feature extends FeatureModule {
  /** The file's name without `.ts`, also the last part of the page's address. */
  readonly name: string;
  /** Source code of the module and of its `files`. */
  readonly sources: readonly Source[];
}

interface Source {
  /** Path in the demo's folder. */
  readonly file: string;
  readonly code: string;
}

const demo = new URL("../../", import.meta.url);
const folder = "src/gallery/features";
/** Ending of the modules: `.ts` in `src/`, `.js` in `dist/`. */
const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));

/**
 * Imports all modules of `features/`.
 *
 * @returns the features, sorted by group and title
 * @throws {TypeError} if a module lacks an export; the message names the module
 */
export async function findFeatures(): Promise<readonly Feature[]> {
  const names = readdirSync(new URL(folder, demo)).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  const features = await Promise.all(names.map(importFeature));
  return features.toSorted((a, b) => a.group.localeCompare(b.group) || a.title.localeCompare(b.title));
}

async function importFeature(name: string): Promise<Feature> {
  const module: unknown = await import(new URL(`features/${name}${ending}`, import.meta.url).href);
  if (!isFeature(module))
    throw new TypeError(`features/${name}.ts must export title, about, group, docs and routes`);
  const sources = [`${folder}/${name}.ts`, ...(module.files ?? [])].map((file) => ({
    file,
    code: readFileSync(new URL(file, demo), "utf8"),
  }));
  return { ...module, name, sources };
}

function isFeature(module: unknown): module is FeatureModule {
  return (
    typeof module === "object" &&
    module !== null &&
    ["title", "about", "group", "docs", "routes"].every((name) => Object.hasOwn(module, name))
  );
}
