/**
 * Checks the packages as they would be published: with publint, their types with attw, that they contain the sources their
 * maps name, and the sizes in `docs/packages.md`. `--write` updates the sizes. Prints nothing if all is well.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pack, type Packed, packages } from "./pack.ts";
import { isAbout, sizeTables } from "./package-sizes.ts";

const run = promisify(execFile);
const attw = fileURLToPath(import.meta.resolve("@arethetypeswrong/cli/package.json"));
const page = new URL("../docs/packages.md", import.meta.url);
const sizesPart = /(?<=<!-- sizes -->\n).*?(?=\n<!-- \/sizes -->)/s;

/** @returns publint's errors and warnings */
async function lint(tarball: string): Promise<string[]> {
  const { buffer } = new Uint8Array(await readFile(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** @returns attw's report, if it finds a fault */
async function checkTypes(tarball: string): Promise<string[]> {
  const options = ["--profile", "esm-only", "--no-definitely-typed", "--format", "ascii", "--no-color"];
  try {
    await run(process.execPath, [join(attw, "../dist/index.js"), tarball, ...options]);
    return [];
  } catch (error) {
    if (error instanceof Error && "stdout" in error)
      return [`attw: ${String(error.stdout) || error.message}`];
    throw error;
  }
}

/** @returns problems with source maps, such as sources missing from the package */
async function checkMaps({ name, files }: Packed): Promise<string[]> {
  const maps = files.filter((path) => path.endsWith(".map"));
  const missing = await Promise.all(
    maps.map(async (map) => {
      const text = await readFile(join(packages.get(name) ?? "", map), "utf8");
      const { sources }: { sources: string[] } = JSON.parse(text);
      return sources.filter((source) => !files.includes(posix.join(map, "..", source)));
    }),
  );
  if (maps.length === 0) return ["no source maps"];
  return missing.flat().map((source) => `a map names ${source}, which is not in the package`);
}

/** @returns a problem if the page's sizes are out of date */
async function checkSizes(packed: readonly Packed[]): Promise<string[]> {
  const text = await readFile(page, "utf8");
  const [stated] = sizesPart.exec(text) ?? [];
  if (stated === undefined) return ["docs/packages.md needs the marks <!-- sizes --> and <!-- /sizes -->"];
  const actual = `${await sizeTables(packed)}\n`;
  if (isAbout(stated, actual)) return [];
  if (!process.argv.includes("--write"))
    return [
      `The sizes in docs/packages.md are out of date. Run npm run check:packages -- --write\n${actual}`,
    ];
  await writeFile(page, text.replace(sizesPart, actual));
  return [];
}

const folder = await mkdtemp(join(tmpdir(), "turnform-packages-"));
try {
  const packed = await pack(folder);
  const problems = await checkSizes(packed);
  for (const archive of packed) {
    const { name, tarball } = archive;
    // Nobody imports a command
    const types = name === "create-turnform" ? [] : checkTypes(tarball);
    const found = (await Promise.all([lint(tarball), types, checkMaps(archive)])).flat();
    problems.push(...found.map((problem) => `${basename(tarball)}: ${problem}`));
  }
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}
