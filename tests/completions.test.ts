import { fileURLToPath } from "node:url";
import { API } from "typescript/unstable/sync";
import { describe, expect, it } from "vitest";

// A project with one file, which exists for the compiler alone.
const FOLDER = fileURLToPath(new URL("../virtual", import.meta.url));
const CONFIG = `${FOLDER}/tsconfig.json`;
const APP = `${FOLDER}/app.ts`;

const START = `
  import { createForm, row, section, tabs } from "@turnform/form";
  import { FieldErrors } from "@turnform/express-adapter";
  import { z } from "zod";
  const Move = z.object({ angle: z.number(), note: z.string().optional() });
  const Tour = z.object({
    name: z.string(),
    moves: z.array(z.array(Move)),
    by: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("bus"), line: z.string() }),
      z.object({ kind: z.literal("foot") }),
    ]).optional(),
  });
  const form = createForm(Tour, { buttons: ["save", "copy"] });
  const page = form.render();
  const result = form.validate([]);
`;
const INSIDE = ["by", "by.kind", "by.line", "moves"];
const PATHS = [...INSIDE, "moves.0", "moves.0.0", "moves.0.0.angle", "moves.0.0.note", "name"];
const PATTERNS = [...INSIDE, "moves.*", "moves.*.*", "moves.*.*.angle", "moves.*.*.note", "name"];

/** Returns what an editor offers at the mark `|` in a program's last statement. Optional properties have a question mark there. */
function completionsOf(statement: string): readonly string[] {
  const program = START + statement;
  const files = new Map([
    [CONFIG, JSON.stringify({ extends: "../tsconfig.json", include: ["."], exclude: [] })],
    [APP, program.replace("|", "")],
  ]);
  const api = new API({
    fs: {
      readFile: (name) => files.get(name),
      fileExists: (name) => files.has(name) || undefined,
      directoryExists: (name) => name === FOLDER || undefined,
      getAccessibleEntries: (name) => (name === FOLDER ? { files: ["app.ts"], directories: [] } : undefined),
    },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [CONFIG] }).getProject(CONFIG);
    const found = project?.checker.getCompletionsAtPosition(APP, program.indexOf("|"));
    return found?.entries.map(({ name }) => name.replace(/\?$/, "")) ?? [];
  } finally {
    api.close();
  }
}

describe("an editor", () => {
  it.each([
    'page.field("|");',
    'page.withErrors({ "|": "Taken" });',
    'new FieldErrors<typeof Tour>({ "|": "Taken" });',
  ])("completes the paths of fields, those in lists too, in %s", (statement) => {
    expect(completionsOf(statement)).toEqual(PATHS);
  });

  it.each(['form.withWidgets({ "|": {} });', 'createForm(Tour, { widgets: { "|": {} } });'])(
    "completes the patterns of widgets, in %s",
    (statement) => {
      expect(completionsOf(statement)).toEqual(["*", ...PATTERNS]);
    },
  );

  it.each([
    'createForm(Tour, { arrange: ["|"] });',
    'createForm(Tour, { arrange: [section("Trip", ["name", row(["moves", "|"])])] });',
    'createForm(Tour, { arrange: [tabs([section("Trip", ["|"])])] });',
    'Tour.meta({ arrange: [section("Trip", ["name", row(["|"])])] });',
  ])("completes the names of arranged fields, in %s", (statement) => {
    expect(completionsOf(statement)).toEqual(["by", "moves", "name"]);
  });

  it.each([
    ['if (result.kind === "valid") result.button === "|";', ["copy", "save"]],
    ["form.render({ moves: [[{ | }]] });", ["angle", "note"]],
    ['form.render({ by: { kind: "|" } });', ["bus", "foot"]],
  ])("completes buttons and data, in %s", (statement, expected) => {
    expect(completionsOf(statement)).toEqual(expected);
  });
});
