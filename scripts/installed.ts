import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
  readonly link?: boolean;
  readonly resolved?: string;
}

const root = fileURLToPath(new URL("../", import.meta.url));

const { packages: locked }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(root, "package-lock.json"), "utf8"),
);

/**
 * Lists the folders of packages and of everything installed with them, as `package-lock.json` has it.
 *
 * @param names Names of the packages. Their optional peers are not listed, unless they are named too
 * @returns paths from the checkout
 */
export function installed(names: readonly string[]): readonly string[] {
  const folders = new Set(names.flatMap((name) => resolve(name, "demo") ?? []));
  for (const folder of folders)
    for (const name of Object.keys(locked[folder]?.dependencies ?? {})) {
      const found = resolve(name, folder);
      if (found !== undefined) folders.add(found);
    }
  return [...folders];
}

/** Returns the range of Node.js versions that a package asks for. */
export function nodeRange(folder: string): string {
  return locked[folder]?.engines?.node ?? "*";
}

/** Returns the bytes of an installed package, without packages inside it. */
export function installedSize(folder: string): number {
  return readdirSync(join(root, folder), { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + installedSize(path);
    return entry.isFile() ? sum + statSync(join(root, path)).size : sum;
  }, 0);
}

/** Returns the folder of a package that another imports, as Node.js finds it. */
function resolve(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?[^/]*$/, "")) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (locked[path]) return locked[path].link === true ? locked[path].resolved : path;
    if (folder === "") return undefined;
  }
}
