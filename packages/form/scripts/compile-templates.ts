/** Reads `src/templates/*.hbs` into `src/templates/compiled.ts`, so that no parser is needed at run time. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseTemplate } from "../src/handlebars/parse.ts";

const folder = new URL("../src/templates/", import.meta.url);
const programs = readdirSync(folder)
  .filter((file) => file.endsWith(".hbs"))
  .sort()
  .map((file) => {
    const name = file.replace(/\.hbs$/, "");
    const source = readFileSync(new URL(file, folder), "utf8").replace(/\n$/, "");
    return `  ${JSON.stringify([name, parseTemplate(source, { name })])},\n`;
  });

writeFileSync(
  new URL("compiled.ts", folder),
  `// Made by \`npm run build:templates\` of the .hbs files beside it.
import type { Program } from "../handlebars/program.ts";

/** The built-in templates by name. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
${programs.join("")}]);
`,
);
