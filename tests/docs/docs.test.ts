import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimOutput } from "./claims.ts";
import { docPaths, type Page, readPage, root, targetOf } from "./page.ts";
import { isOutput, isProgram, programsOf } from "./program.ts";
import { Shell } from "./shell.ts";

const folder = `${root}tests/.docs/`;
const paths = [...docPaths(), "CONTRIBUTING.md"];
const pages = new Map(paths.map((path) => [path, readPage(path)]));
const index = readPage("docs/README.md");
const listed = new Set(index.links.map(({ href }) => targetOf(index, href)?.path));

/** The folder that a page's programs and files are in. */
function folderOf({ path }: Page): string {
  return `${folder}${path
    .replace(/^docs\//, "")
    .replaceAll("/", "-")
    .replace(/\.md$/, "")}/`;
}

/** A page of the guide goes on from those before it. */
function before(page: Page): readonly Page[] {
  const isGuide = page.path.startsWith("docs/guide/");
  return isGuide
    ? [...pages.values()].filter(({ path }) => path.startsWith("docs/guide/") && path < page.path)
    : [];
}

function write(folder: string, file: string, code: string): void {
  mkdirSync(dirname(`${folder}${file}`), { recursive: true });
  writeFileSync(`${folder}${file}`, code);
}

/** Writes all files and programs of a page, with a port for its server. */
function writeAll(page: Page, withPort = (text: string) => text): void {
  mkdirSync(folderOf(page), { recursive: true });
  for (const { blocks } of [...before(page), page]) {
    for (const { file, code } of blocks) if (file !== undefined) write(folderOf(page), file, withPort(code));
  }
  for (const { line, source } of programsOf(page)) write(folderOf(page), `line-${line}.ts`, source);
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages.values()) writeAll(page);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("shows TypeScript whose types are right", async () => {
  const config = { extends: "../../tsconfig.json", compilerOptions: { noUnusedLocals: false } };
  write(
    folder,
    "tsconfig.json",
    JSON.stringify({ ...config, include: ["*/**/*.ts", "../../packages/*/src/**/*.d.ts"] }),
  );
  const said = await new Promise<string>((resolve) => {
    execFile(`${root}node_modules/.bin/tsc`, ["--noEmit", "-p", folder], (_, stdout) => resolve(stdout));
  });
  expect(said).toBe("");
});

describe.each(paths)("%s", (path) => {
  const page = readPage(path);

  it("begins with its title and a summary", () => {
    expect(page.beginning).toEqual(["heading_open h1", "inline", "heading_close h1", "paragraph_open p"]);
  });

  it.skipIf(path === index.path)("is in the index", () => expect(listed).toContain(path));

  it("shows nothing that is not run", () => {
    const isRun = (_: unknown, at: number): boolean => {
      const block = page.blocks[at];
      if (!block) return false;
      const isBefore = block.language === "python" && path.includes("porting-from");
      return (
        isProgram(block) ||
        block.file !== undefined ||
        block.language === "sh" ||
        isBefore ||
        isOutput(page, at)
      );
    };
    const rest = page.blocks.filter((block, at) => !isRun(block, at));
    expect(rest.map(({ line, language }) => `${path}:${line} ${language}`)).toEqual([]);
    const claims = page.blocks.filter(isProgram).map(({ code }) => code.match(/\/\/ → /g)?.length ?? 0);
    // None is written in a way that is not seen.
    const calls = programsOf(page).map(({ source }) => source.match(/^await claim\(/gm)?.length ?? 0);
    expect(sum(calls)).toBe(sum(claims));
  });

  it("is right about what its programs and commands do", { timeout: 120_000 }, async () => {
    const shell = await Shell.open(folderOf(page));
    try {
      writeAll(page, (text) => shell.withPort(text));
      for (const [at, block] of page.blocks.entries()) {
        if (programsOf(page).some(({ line }) => line === block.line)) {
          await import(/* @vite-ignore */ `${folderOf(page)}line-${block.line}.ts`);
        } else if (block.language === "sh") {
          const printed = await shell.run(block.code);
          const next = isOutput(page, at + 1) ? page.blocks[at + 1] : undefined;
          const { language = "text", code = "" } = next ?? {};
          claimOutput(`${path}:${block.line}`, language, printed, code);
        }
      }
    } finally {
      await shell.close();
    }
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
