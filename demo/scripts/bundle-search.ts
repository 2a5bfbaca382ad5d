import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import Handlebars from "handlebars";

/** Compiles views, because a strict content security policy forbids this in the browser. */
const compiledViews: Plugin = {
  name: "compiled-views",
  setup(build) {
    build.onLoad({ filter: /\.hbs$/ }, ({ path }) => {
      const template: unknown = Handlebars.precompile(readFileSync(path, "utf8"));
      return {
        contents: `import Handlebars from "handlebars/runtime";
          export const render = Handlebars.template(${String(template)});`,
      };
    });
  },
};

/** Bundles the script of the search page of the exported site. */
export async function bundleSearch(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL("../", import.meta.url)),
    entryPoints: ["src/docs-site/client/search-page.ts"],
    plugins: [compiledViews],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles.map(({ text }) => text).join("");
}
