import { readFileSync } from "node:fs";

/** The parts of a package's `package.json` that scripts read. */
export interface Manifest {
  readonly name: string;
  readonly description: string;
  /** Files by path: `.`, `./tools`. A module's entry has types; a stylesheet's is one file. */
  readonly exports: Record<string, string | { readonly types: string }>;
}

/**
 * Reads the manifest of a package.
 *
 * @param folder Name of a folder in `packages/`
 */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(new URL(`../packages/${folder}/package.json`, import.meta.url), "utf8"));
}

/** Returns the modules that a package exports: import specifiers, and the files of their types. */
export function modulesOf({ name, exports }: Manifest): readonly { name: string; types: string }[] {
  return Object.entries(exports).flatMap(([path, target]) =>
    typeof target === "string" ? [] : [{ name: name + path.slice(1), types: target.types }],
  );
}
