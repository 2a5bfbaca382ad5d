/**
 * Writes the documentation to a folder, as files that any web server can serve at any path.
 *
 *     npm run docs:export -- FOLDER
 */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportedFiles } from "../src/docs-site/index.ts";
import { bundleSearch } from "./bundle-search.ts";

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0)
  stop("Name one folder for the documentation: npm run docs:export -- FOLDER");
if (existsSync(folder) && !statSync(folder).isDirectory())
  stop(`${folder} is a file. Name a new or an empty folder`);
if (existsSync(folder) && readdirSync(folder).length > 0)
  stop(`${folder} holds other files. Name a new or an empty folder`);

const files = await exportedFiles(await bundleSearch());
for (const [file, content] of files) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
console.log(`${files.size} files are in ${folder}. Begin with index.html`);

/** Ends the program with a message about its argument. */
function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
