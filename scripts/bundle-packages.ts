/**
 * Bundles each entry of the published packages to one file in `dist`, with a source map. Code shared by entries of a package
 * goes to `dist/chunks`, so that its classes and symbols exist once. Imports of other packages stay imports.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packages } from "./pack.ts";

/** Constants made by a call when the file is loaded. esbuild writes them from the first column. */
const MADE_BY_CALL = /^(var \w+ = )(?=(?:new )?[\w$.]+\()/gm;

interface Entry {
  readonly "@turnform/source": string;
  readonly default: string;
}

for (const folder of packages.values()) {
  const root = new URL(`../${folder}/`, import.meta.url);
  const manifest: { readonly exports?: Readonly<Record<string, string | Entry>> } = JSON.parse(
    readFileSync(new URL("package.json", root), "utf8"),
  );
  // A program has no entries. TypeScript builds it.
  if (!manifest.exports) continue;
  const entries = Object.values(manifest.exports).filter((entry) => typeof entry !== "string");
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: entries.map((entry) => ({
      in: entry["@turnform/source"],
      out: entry.default.replace(/^\.\/dist\/(.*)\.js$/, "$1"),
    })),
    outdir: "dist",
    chunkNames: "chunks/[hash]",
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "neutral",
    format: "esm",
    target: "es2023",
    sourcemap: true,
    // The packages contain the sources.
    sourcesContent: false,
    logLevel: "warning",
    write: false,
  });
  const dist = fileURLToPath(new URL("dist/", root));
  const written = new Set(outputFiles.map(({ path }) => relative(dist, path)));
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    // No call has a side effect, so applications' bundlers may leave out each constant that they don't use
    writeFileSync(path, path.endsWith(".js") ? text.replaceAll(MADE_BY_CALL, "$1/* @__PURE__ */ ") : text);
  }
  for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }))
    if (/^(?!client\/).*\.js(?:\.map)?$/.test(file) && !written.has(file)) rmSync(`${dist}${file}`);
}
