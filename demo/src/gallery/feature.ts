import { readdirSync, readFileSync } from "node:fs";
import type { FilledForm } from "@turnform/form";
import type { Request, Router } from "express";

/** What a module of `features/` exports. */
interface FeatureModule {
  /** Heading of its page. */
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly about: string;
  /** Where it stands in the gallery. */
  readonly group: string;
  /** Further files that it is made of, by their paths in the demo's folder; their code is shown after its own. */
  readonly files?: readonly string[];
  /**
   * Makes its routes, which are mounted at the page's address, below `controls()`.
   *
   * @param page Makes the page's HTML
   */
  routes(page: FeaturePage): Router;
}

/** Makes the HTML of a feature's page, around what is particular about it. */
export type FeaturePage = (req: Request, content: FeatureContent) => Promise<string>;

/** What is particular about a page. */
interface FeatureContent {
  /** The forms on the page, whose files it loads. */
  readonly forms: readonly FilledForm[];
  /** Heading of the stage, default that it is the form, or the forms. */
  readonly heading?: string;
  /** HTML of the stage, default the forms one after the other. */
  readonly stage?: string;
  /** Name of the view that draws the page, default the one of all features. */
  readonly view?: string;
  /** What a view of its own is told besides. */
  readonly locals?: object;
  /** What came out of a post, shown as JSON. */
  readonly data?: unknown;
}

/** A page of the gallery for what forms do, rather than widgets. */
export interface Feature extends FeatureModule {
  /** The file's name without `.ts`, and the last part of the page's address. */
  readonly name: string;
  /** The code of the module and of its views, as it stands in their files. */
  readonly sources: readonly Source[];
}

/** A file that is shown. */
interface Source {
  /** Its path in the demo's folder. */
  readonly file: string;
  readonly code: string;
}

/** From `src/gallery/` and from `dist/gallery/` alike. */
const demo = new URL("../../", import.meta.url);
/** Where the modules are, in there. */
const folder = "src/gallery/features";
/** The ending of modules: this one runs from `src/` as `.ts`, from `dist/` as `.js`. */
const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));

/**
 * Imports all modules of `features/`.
 *
 * @returns the features, by group and title
 * @throws TypeError by the name of the first that is none
 */
export async function findFeatures(): Promise<readonly Feature[]> {
  const names = readdirSync(new URL(folder, demo)).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  const features = await Promise.all(names.map(importFeature));
  return features.toSorted((a, b) => a.group.localeCompare(b.group) || a.title.localeCompare(b.title));
}

async function importFeature(name: string): Promise<Feature> {
  const module: unknown = await import(new URL(`features/${name}${ending}`, import.meta.url).href);
  if (!isFeature(module))
    throw new TypeError(`features/${name}.ts must export title, about, group and routes`);
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
    ["title", "about", "group", "routes"].every((name) => Object.hasOwn(module, name))
  );
}
