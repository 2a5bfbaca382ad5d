/**
 * Installs the packages as they would be published in a new project outside the checkout, with the oldest supported zod,
 * Express and Handlebars. Runs `tests/tarballs` there with several versions of TypeScript and Node.js, and with a bundler. Then installs the
 * newest zod, and runs it again.
 */
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import zod from "zod/package.json" with { type: "json" };
import { pack } from "./pack.ts";

/** Versions by the name of their folder in `node_modules`. */
const typescripts = new Map([
  ["typescript-5.4", "5.4.5"],
  ["typescript-5.9", "5.9.3"],
  ["typescript-6", "6.0.3"],
  ["typescript-7", "7.0.2"],
]);
const nodes = new Map([
  ["node-20", "20.19.0"],
  ["node-22", "22.23.5"],
  ["node-24", "24.21.0"],
]);
/** The oldest zod of the packages' peers, and the newest that the tests run with. */
const zods = { oldest: "4.5.0", newest: zod.version };
const others = {
  zod: zods.oldest,
  express: "5.0.0",
  handlebars: "4.7.10",
  "@types/express": "5.0.6",
  "@types/node": "20.19.43",
};

const INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund"];

const project = await mkdtemp(join(tmpdir(), "turnform-tarballs-"));
const failures: string[] = [];

/** Runs a program in the project. If it fails, its output is kept under the title of the check. */
async function check(title: string, program: string, ...options: string[]): Promise<void> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const started = performance.now();
  try {
    await promisify(execFile)(program, options, { cwd: project, env, timeout: 300_000 });
    console.log(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    const { message, stdout = "", stderr = "" } = error as Error & { stdout?: string; stderr?: string };
    failures.push(`${title}: ${`${stdout}${stderr}`.trim() || message}`);
  }
}

/** Compiles a file of the project, and checks the declarations it imports. */
function compile(version: string, file: string, ...options: string[]): Promise<void> {
  const [tsc, title] = [join("node_modules", version, "bin/tsc"), [version, file, ...options].join(" ")];
  const strict = ["--strict", "--target", "es2022", "--skipLibCheck", "false"];
  return check(title, process.execPath, tsc, file, ...strict, ...options);
}

async function install(): Promise<void> {
  const packed = await pack(project);
  const dependencies = {
    ...Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
    ...others,
    ...Object.fromEntries([...typescripts].map(([name, version]) => [name, `npm:typescript@${version}`])),
    ...Object.fromEntries(
      [...nodes].map(([name, version]) => [name, `npm:node-${process.platform}-${process.arch}@${version}`]),
    ),
  };
  await writeFile(
    join(project, "package.json"),
    JSON.stringify({ type: "module", private: true, dependencies }),
  );
  await cp(fileURLToPath(new URL("../tests/tarballs", import.meta.url)), project, { recursive: true });
  await check("install", "npm", ...INSTALL);
}

/** Bundles the files of `@turnform/form/client`, and checks for them in the bundle. */
async function bundle(): Promise<void> {
  const names = ["turnform.js", "turnform.css"];
  const contents = names.map((name) => `import "@turnform/form/client/${name}";`).join("");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    outdir: "out",
    logLevel: "silent",
    write: false,
  });
  const sizes = outputFiles.map(({ contents }) => contents.length);
  if (sizes.length < names.length || sizes.some((size) => size < 1000))
    failures.push(`bundling ${names.join(" and ")}: files of ${sizes.join(" and ")} bytes`);
}

/** Compiles with each version of TypeScript, with both module resolutions, and with and without exact optional properties. */
async function compileByAll(): Promise<void> {
  for (const [at, version] of [...typescripts.keys()].entries()) {
    const exact = ["--exactOptionalPropertyTypes", String(at % 2 === 0)];
    const other = ["--exactOptionalPropertyTypes", String(at % 2 !== 0)];
    const nodenext = ["--module", "nodenext", "--types", "node", "--lib", "es2023", "--noEmit"];
    const bundler = ["--module", "esnext", "--moduleResolution", "bundler", "--types", "node", "--noEmit"];
    await Promise.all([
      compile(version, "server.ts", ...nodenext, ...exact),
      compile(version, "server.ts", ...bundler, ...other),
    ]);
  }
}

async function run(): Promise<void> {
  const nodenext = ["--module", "nodenext", "--types", "node", "--outDir", "out"];
  await compile("typescript-7", "server.ts", ...nodenext);
  await compile("typescript-7", "require.cts", ...nodenext);
  const bundler = ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2023,dom"];
  await compile("typescript-7", "anywhere.ts", ...bundler, "--types", "", "--outDir", "out");
  for (const name of nodes.keys())
    for (const file of ["out/server.js", "out/anywhere.js", "out/require.cjs"])
      await check(`${name} ${file}`, join(project, "node_modules", name, "bin/node"), file);
}

try {
  await install();
  if (failures.length === 0) {
    await compileByAll();
    await run();
    await bundle();
    await check("install the newest zod", "npm", ...INSTALL, `zod@${zods.newest}`);
    await run();
  }
} finally {
  await rm(project, { recursive: true });
}
if (failures.length > 0) {
  console.error(`\nThe packages fail in a new project:\n\n${failures.join("\n\n")}`);
  process.exitCode = 1;
}
