/** Bundles the playground's scripts to `dist/playground-client`: for its page, its frame, and the worker that runs typed code. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  absWorkingDir: fileURLToPath(new URL("../", import.meta.url)),
  entryPoints: ["page", "frame", "worker"].map((name) => `src/playground/client/${name}.ts`),
  outdir: "dist/playground-client",
  bundle: true,
  minify: true,
  // Classic scripts: a worker loads its library with importScripts, and a sandboxed page loads no module of another origin.
  format: "iife",
  target: "es2022",
  // Packages choose their development files otherwise
  define: { "process.env.NODE_ENV": '"production"' },
  // Bundled packages import some of their parts for no effect, of which esbuild warns.
  logLevel: "error",
});
