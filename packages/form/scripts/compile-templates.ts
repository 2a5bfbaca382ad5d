/** Precompiles `src/templates/*.hbs` into `src/templates/compiled.ts`, so that nothing is compiled at run time. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import Handlebars from "handlebars";

const folder = new URL("../src/templates/", import.meta.url);
const templates = readdirSync(folder)
  .filter((file) => file.endsWith(".hbs"))
  .sort()
  .map((file) => `  ${JSON.stringify(file.replace(/\.hbs$/, ""))}: ${compile(file)},\n`);

writeFileSync(
  new URL("compiled.ts", folder),
  `// @ts-nocheck Made by \`npm run build:templates\` of the .hbs files beside it.
/** Handlebars template specifications by name. */
export const templates: Readonly<Record<string, object>> = {
${templates.join("")}};
`,
);

function compile(file: string): string {
  const source = readFileSync(new URL(file, folder), "utf8").replace(/\n$/, "");
  const code: unknown = Handlebars.precompile(source, {
    knownHelpers: { css: true, draw: true },
    knownHelpersOnly: true,
    preventIndent: true,
  });
  if (typeof code !== "string") throw new TypeError(`${file} gave no code`);
  return code;
}
