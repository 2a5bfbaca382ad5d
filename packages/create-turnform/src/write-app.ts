import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Server, servers, UsageError } from "./arguments.ts";

/** The paths hold from `src/` and from `dist/`. */
const template = fileURLToPath(new URL("../template", import.meta.url));
const manifest = new URL("../package.json", import.meta.url);

/** An application on disk. */
interface WrittenApp {
  /** Absolute path of its folder. */
  readonly path: string;
  /** Paths of its files, from its folder. */
  readonly files: readonly string[];
}

/**
 * Writes the application of the template to a new or empty folder.
 *
 * A file of one server alone has the server in its name, such as `app.hono.ts`. The application gets it as `app.ts`, and
 * imports it by this name. The template has `_gitignore` in place of `.gitignore`, because npm leaves such files out of packages.
 *
 * @throws UsageError if the folder has files, or is no folder
 */
export async function writeApp(folder: string, server: Server): Promise<WrittenApp> {
  const path = resolve(folder);
  await requireEmpty(path);
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { readonly version: string };
  const sources = (await filesIn(template)).filter((file) => isFor(server, file));
  const files = await Promise.all(
    sources.map(async (source) => {
      const text = await readFile(join(template, source), "utf8");
      const file = withoutServer(source, server).replace(/(?<=^|[/\\])_/, ".");
      const values = { name: packageName(path), version };
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), fill(withoutServer(text, server), values), { flag: "wx" });
      return file;
    }),
  );
  return { path, files: files.toSorted() };
}

async function requireEmpty(path: string): Promise<void> {
  const entries = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new UsageError(`${path} is no folder. Name a new or empty one`);
    throw error;
  });
  if (entries.length > 0) throw new UsageError(`The folder ${path} is not empty. Name a new or empty one`);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Returns false for a file of another server. */
function isFor(server: Server, file: string): boolean {
  return !servers.some((other) => other !== server && basename(file).includes(`.${other}.`));
}

function withoutServer(text: string, server: Server): string {
  return text.replaceAll(`.${server}.`, ".");
}

/** Fills the slots of a text, such as `{{name}}`. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (slot, name: string) => values[name] ?? slot);
}

/** Returns a name that npm takes, made of the folder's name. */
function packageName(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._~-]+/g, "-")
    .replace(/^[._-]+/, "")
    .replace(/-+$/, "");
  return name === "" ? "app" : name.slice(0, 214);
}
