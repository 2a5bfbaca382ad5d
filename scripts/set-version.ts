/**
 * Gives all packages a new version, and closes the list of unreleased changes in `CHANGELOG.md` under it.
 *
 *     npm run version -- 0.2.0
 */
import { readFileSync, writeFileSync } from "node:fs";
import { valid } from "semver";
import { packages } from "./pack.ts";

const [version = ""] = process.argv.slice(2);
if (valid(version) !== version) {
  console.error(`"${version}" is no version. Give one such as 0.2.0`);
  process.exit(1);
}

const root = new URL("../", import.meta.url);
const repository = "https://github.com/turnform/turnform";

/** Replaces a text in a file. */
function change(file: string, replace: (text: string) => string): void {
  const url = new URL(file, root);
  writeFileSync(url, replace(readFileSync(url, "utf8")));
}

for (const folder of packages.values())
  change(`${folder}/package.json`, (text) =>
    text
      .replace(/(?<=^ {2}"version": ")[^"]+/m, version)
      .replaceAll(/(?<="@turnform\/[\w-]+": "\^)[^"]+/g, version),
  );

change("CHANGELOG.md", (text) => {
  if (text.includes(`\n## [${version}]`)) throw new Error(`CHANGELOG.md has a list for ${version} already`);
  const [last] = /(?<=^## \[)\d[^\]]*/m.exec(text) ?? [];
  const today = new Date().toISOString().slice(0, 10);
  const address = last === undefined ? `releases/tag/v${version}` : `compare/v${last}...v${version}`;
  return text
    .replace("## [Unreleased]", `## [Unreleased]\n\n## [${version}] - ${today}`)
    .replace(
      /^\[Unreleased\]: .*$/m,
      `[Unreleased]: ${repository}/compare/v${version}...main\n[${version}]: ${repository}/${address}`,
    );
});
