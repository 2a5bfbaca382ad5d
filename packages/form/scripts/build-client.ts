/** Bundles and minifies what browsers load: the script and the stylesheet, to `dist/client`. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
  entryPoints: [
    { in: "src/client/turnform.ts", out: "turnform" },
    { in: "src/theme/turnform.css", out: "turnform" },
  ],
  outdir: "dist/client",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});
