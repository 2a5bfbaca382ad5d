/**
 * Bundles and minifies scripts and stylesheets for browsers to `dist/client`. Each file is written by its plain name, by a name
 * with a hash of its content, and compressed. `manifest.json` and `src/page/client-files.ts` list the names. Bootstrap's
 * stylesheet is copied unchanged. `third-party-licences.txt` contains the licences of all bundled packages.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const folder = new URL("dist/client/", root);
/** Scripts and stylesheets for pages with a certain widget. */
const widgets = new URL("src/client/widgets/", root);

const { metafile, outputFiles } = await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: [
    { in: "src/client/turnform.ts", out: "turnform" },
    { in: "src/client/post.ts", out: "turnform-post" },
    { in: "src/client/live.ts", out: "turnform-live" },
    { in: "src/client/unsaved.ts", out: "turnform-unsaved" },
    { in: "src/theme/turnform.css", out: "turnform" },
    { in: "src/theme/turnform-compact.css", out: "turnform-compact" },
    { in: "src/theme/turnform-bootstrap.css", out: "turnform-bootstrap" },
    { in: "src/theme/layouts.css", out: "turnform-layouts" },
    ...readdirSync(widgets)
      .filter((file) => /^[\w-]+\.(?:ts|css)$/.test(file))
      .map((file) => ({ in: `src/client/widgets/${file}`, out: `turnform-${file.replace(/\.\w+$/, "")}` })),
  ],
  outdir: "dist/client",
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
  metafile: true,
  write: false,
});

const files = new Map<string, Uint8Array>();
const manifest: Record<string, { file: string; integrity: string; version: string }> = {};
for (const { path, contents } of outputFiles) {
  const file = basename(path);
  add(file.replace(/-\w+(?=\.\w+$)/, ""), file, contents, versionIn(new URL("package.json", root)));
}
const contents = readFileSync(new URL(import.meta.resolve("bootstrap/dist/css/bootstrap.min.css")));
const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
add(
  "bootstrap.css",
  `bootstrap-${hash}.css`,
  contents,
  versionIn(new URL(import.meta.resolve("bootstrap/package.json"))),
);

function add(name: string, file: string, contents: Uint8Array, version: string): void {
  const integrity = `sha384-${createHash("sha384").update(contents).digest("base64")}`;
  manifest[name] = { file, integrity, version };
  files.set(name, contents);
  files.set(file, contents);
  files.set(`${file}.br`, brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  files.set(`${file}.gz`, gzipSync(contents, { level: 9 }));
}

function versionIn(packageFile: URL): string {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8"));
  return version;
}

/** Folders of the bundled packages. */
const bundled = new Set([new URL(".", import.meta.resolve("bootstrap/package.json")).href]);
for (const input of Object.keys(metafile.inputs)) {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(input) ?? [];
  if (folder !== undefined) bundled.add(new URL(folder, root).href);
}
const licences = [...bundled].toSorted().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  return `# ${name}@${version} (${license})\n\n${licenceText(folder, license)}\n`;
});
files.set("third-party-licences.txt", Buffer.from(licences.join("\n\n")));

/** Returns the text of a licence. Packages may leave out the Apache licence, because its text names no owner. */
function licenceText(folder: string, license: string): string {
  const file = readdirSync(new URL(folder)).find((file) => /^licen[cs]e/i.test(file));
  if (file !== undefined) return readFileSync(new URL(file, folder), "utf8").trim();
  if (license === "Apache-2.0") return "https://www.apache.org/licenses/LICENSE-2.0";
  throw new Error(`${folder} has no licence file`);
}

const json = JSON.stringify(manifest, null, 2);
files.set("manifest.json", Buffer.from(`${json}\n`));

mkdirSync(folder, { recursive: true });
for (const [name, contents] of files) writeFileSync(new URL(name, folder), contents);
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(new URL(name, folder));

// Renaming is atomic, so a test running at the same time reads the old file or the new one
const generated = new URL("src/page/client-files.ts", root);
const draft = new URL("dist/client-files.ts", root);
writeFileSync(
  draft,
  `// Made by \`npm run build:client\`.
interface ClientFile {
  readonly file: string;
  readonly integrity: string;
  readonly version: string;
}

/** Files for browsers in \`@turnform/form/client/\`, by their plain names. The name of a file changes with its content. */
export const clientFiles: Readonly<Record<string, ClientFile>> = ${json};
`,
);
renameSync(draft, generated);
