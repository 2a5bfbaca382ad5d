/** Compiles `src/templates/*.hbs` to the functions of `src/templates/compiled.ts`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { constantNames } from "./templates/constant-names.ts";
import { emitTemplate } from "./templates/emit.ts";
import type { Program, Statement } from "./templates/syntax.ts";

const source = new URL("../src/", import.meta.url);
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(folder, source))
    .filter((file) => file.endsWith(ending))
    .map((file) => fileURLToPath(new URL(`${folder}${file}`, source)));

const views = [fileURLToPath(new URL("field/view.ts", source)), ...filesIn("widgets/", ".ts")];
const constants = constantNames(views.filter((file) => !file.endsWith(".test.ts")));
const programs = new Map(
  filesIn("templates/", ".hbs").map((file): [string, Program] => {
    const name = file.replace(/^.*[\\/](.*)\.hbs$/, "$1");
    // Handlebars' types contain only the common base of all nodes.
    const program = Handlebars.parse(readFileSync(file, "utf8").trimEnd()) as unknown as Program;
    return [name, program];
  }),
);
const emit = (inline: boolean, names: readonly string[]): string =>
  names
    .map((name) => {
      const program = programs.get(name) ?? { body: [] };
      return `  ${JSON.stringify(name)}: ${emitTemplate(name, program, { programs, constants, inline })},\n`;
    })
    .join("");

const all = [...programs.keys()];
const partials = new Set([...programs.values()].flatMap(({ body }) => partialsIn(body)));
const [templates, inlined] = [
  emit(false, all),
  emit(
    true,
    all.filter((name) => !partials.has(name)),
  ),
];
const helpers = [
  "each",
  "eachParts",
  "given",
  "givenParts",
  "html",
  "isFilled",
  "isGiven",
  "joined",
  "lookup",
  "staged",
  "text",
];
const used = helpers.filter((helper) => new RegExp(`\\b${helper}\\(`).test(templates));

writeFileSync(
  new URL("templates/compiled.ts", source),
  `// Generated from the .hbs files in this folder by \`npm run build:templates\`.
import { ${used.join(", ")} } from "./stage-helpers.ts";
import type { BuiltInStages } from "./template-views.ts";
import type { BuiltInTemplates } from "./stages.ts";

type Page<Name extends keyof BuiltInStages> = BuiltInStages[Name]["page"];

/** The built-in templates by name. They call their partials, so an application can replace partials. */
export const builtInTemplates: BuiltInTemplates = {
${templates}};

/** The built-in templates, except partials. Their own partials are inlined. */
export const inlinedTemplates: Partial<BuiltInTemplates> = {
${inlined}};
`,
);

function partialsIn(body: readonly Statement[]): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.type === "PartialStatement") return [statement.name.original];
    if (statement.type !== "BlockStatement") return [];
    return [statement.program, statement.inverse].flatMap((branch) => partialsIn(branch?.body ?? []));
  });
}
