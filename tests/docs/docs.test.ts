import { execFile } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimOutput } from "./claims.ts";
import { folderNamed, folderOf, write, writePage } from "./folder.ts";
import { docPaths, readPage, root, targetOf } from "./page.ts";
import { isOutput, isProgram, programsOf } from "./program.ts";
import { Shell } from "./shell.ts";

const folder = folderNamed("pages");
const paths = [...docPaths(), "CONTRIBUTING.md"];
const index = readPage("docs/README.md");
const filesBefore = readdirSync(root);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const page of paths.map(readPage)) writePage(folderOf(folder, page), page);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("shows TypeScript without type errors", async () => {
  const config = {
    extends: "../../../tsconfig.json",
    compilerOptions: { noUnusedLocals: false },
    include: ["*/**/*.ts", "../../../packages/*/src/**/*.d.ts"],
  };
  write(`${folder}tsconfig.json`, JSON.stringify(config));
  const said = await new Promise<string>((resolve) => {
    execFile(`${root}node_modules/.bin/tsc`, ["--noEmit", "-p", folder], (_, stdout) => resolve(stdout));
  });
  expect(said).toBe("");
});

describe("docs/README.md", () => {
  it("lists all other pages", () => {
    const listed = new Set([index.path, ...index.links.map(({ href }) => targetOf(index, href)?.path)]);
    expect(paths.filter((path) => !listed.has(path))).toEqual([]);
  });
});

describe.each(paths)("%s", (path) => {
  const page = readPage(path);

  it("begins with its title and a summary", () => {
    expect(page.beginning).toEqual(["heading_open h1", "inline", "heading_close h1", "paragraph_open p"]);
  });

  it("runs all its programs", () => {
    const others = page.blocks.filter((block, at) => {
      const isBefore = block.language === "python" && path.includes("porting-from");
      const isRun = isProgram(block) || block.file !== undefined || block.language === "sh";
      return !isRun && !isBefore && !isOutput(page, at);
    });
    expect(others.map(({ line, language }) => `${path}:${line} ${language}`)).toEqual([]);
  });

  it("checks all results stated by its programs", () => {
    const claims = page.blocks.filter(isProgram).map(({ code }) => code.match(/\/\/ → /g)?.length ?? 0);
    const calls = programsOf(page).map(({ source }) => source.match(/^await claim\(/gm)?.length ?? 0);
    expect(sum(calls)).toBe(sum(claims));
  });

  it("states the results of its programs and commands correctly", async () => {
    const pageFolder = folderOf(folder, page);
    const shell = await Shell.open(pageFolder);
    const programs = new Set(programsOf(page).map(({ line }) => line));
    writePage(pageFolder, page, (text) => shell.withPort(text));
    process.chdir(pageFolder);
    try {
      for (const [at, { language, line, code }] of page.blocks.entries()) {
        if (programs.has(line)) await import(/* @vite-ignore */ `${pageFolder}line-${line}.ts`);
        if (language !== "sh") continue;
        const said = isOutput(page, at + 1) ? page.blocks[at + 1] : undefined;
        claimOutput(`${path}:${line}`, said?.language ?? "text", await shell.run(code), said?.code ?? "");
      }
    } finally {
      process.chdir(root);
      await shell.close();
    }
  });
});

it("leaves no files in the checkout", () => {
  expect(readdirSync(root)).toEqual(filesBefore);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
