/**
 * Releases the packages: checks them, packs them, and publishes exactly what was packed. It publishes only if it is told to;
 * otherwise npm shows what it would send.
 *
 *     npm run release                 # changes nothing
 *     npm run release -- --publish    # in CI, which signs the provenance of the packages
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack, packages } from "./pack.ts";

const isPublished = process.argv.includes("--publish");
const root = new URL("../", import.meta.url);

/** Runs a command in the checkout, and shows its output. */
function run(command: string, ...options: readonly string[]): void {
  execFileSync(command, options, { cwd: root, stdio: "inherit" });
}

/** Returns the reasons not to publish the checkout. */
function obstacles(): readonly string[] {
  const versions = [...packages].map(([name, folder]) => {
    const { version } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), "utf8"));
    return { name, version: String(version) };
  });
  const changelog = readFileSync(new URL("CHANGELOG.md", root), "utf8");
  const unlisted = versions.filter(({ version }) => !changelog.includes(`\n## [${version}] - `));
  const changed = String(execFileSync("git", ["status", "--porcelain"], { cwd: root })).trim();
  return [
    ...unlisted.map(
      ({ name, version }) =>
        `CHANGELOG.md has no list for ${name} ${version}. Run npm run version -- VERSION`,
    ),
    ...(new Set(versions.map(({ version }) => version)).size > 1 ? ["The packages' versions differ"] : []),
    ...(changed === "" ? [] : [`Files are not committed:\n${changed}`]),
  ];
}

const found = obstacles();
if (isPublished && found.length > 0) {
  console.error(found.join("\n"));
  process.exit(1);
}
run("npm", "run", "check");
run("npm", "run", "check:tarballs");
const folder = mkdtempSync(join(tmpdir(), "turnform-release-"));
try {
  for (const { tarball } of await pack(folder))
    run("npm", "publish", tarball, "--access", "public", isPublished ? "--provenance" : "--dry-run");
} finally {
  rmSync(folder, { recursive: true });
}
if (found.length > 0) console.error(`\nThese would keep it from being published:\n${found.join("\n")}`);
