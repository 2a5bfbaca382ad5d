/** Checks what the packages would publish: by publint, and their types by attw. Quiet where all is well. */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const run = promisify(execFile);
const packages = ["packages/schema", "packages/form", "packages/express-adapter"];
const attw = fileURLToPath(import.meta.resolve("@arethetypeswrong/cli/package.json"));

/** @returns what publint has to say, errors and warnings alike */
async function lint(tarball: string): Promise<string[]> {
  const { buffer } = new Uint8Array(await readFile(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** @returns attw's report, where it finds a fault */
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

const folder = await mkdtemp(join(tmpdir(), "turnform-packages-"));
try {
  const workspaces = packages.flatMap((name) => ["--workspace", name]);
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder, ...workspaces]);
  for (const name of await readdir(folder)) {
    const tarball = join(folder, name);
    const problems = (await Promise.all([lint(tarball), checkTypes(tarball)])).flat();
    if (problems.length > 0) {
      console.error(`${name}\n${problems.join("\n")}`);
      process.exitCode = 1;
    }
  }
} finally {
  await rm(folder, { recursive: true });
}
